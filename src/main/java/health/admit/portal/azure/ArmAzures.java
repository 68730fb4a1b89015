package health.admit.portal.azure;

import java.time.Clock;

import health.admit.portal.cloud.Backoff;
import health.admit.portal.cloud.Waiter;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;

/**
 * Views of Azure that share the HTTP client and differ in whose tokens they use.
 */
final class ArmAzures implements Azures {

	private final ArmApi api;

	private final DelegatedTokens tokens;

	private final Backoff backoff;

	private final Waiter waiter;

	private final Clock clock;

	private final SubscriptionSearch search;

	ArmAzures(ArmApi api, DelegatedTokens tokens, Backoff backoff, Waiter waiter, Clock clock,
			SubscriptionSearch search) {
		this.api = api;
		this.tokens = tokens;
		this.backoff = backoff;
		this.waiter = waiter;
		this.clock = clock;
		this.search = search;
	}

	@Override
	public Azure actingFor(Delegation delegation) {
		return new ArmAzure(this.api,
				new ArmReads(this.api, this.tokens, delegation, this.backoff, this.waiter, this.clock),
				new ArmWrites(this.tokens, delegation, this.clock), this.search);
	}

}
