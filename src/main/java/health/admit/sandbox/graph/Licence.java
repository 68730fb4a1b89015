package health.admit.sandbox.graph;

import org.springframework.stereotype.Component;

/**
 * Whether the tenant has Microsoft Entra ID P1 or P2, which reports on sign-ins need.
 */
@Component
public class Licence {

	private volatile boolean premium = true;

	/** From now on the tenant has one, or has none. */
	public void premium(boolean held) {
		this.premium = held;
	}

	void requirePremium() {
		if (!this.premium) {
			throw GraphProblem.of(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
					"Neither tenant is B2C or tenant doesn't have premium license");
		}
	}

}
