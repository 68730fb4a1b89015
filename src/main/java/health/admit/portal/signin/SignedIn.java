package health.admit.portal.signin;

import java.time.Instant;
import java.util.UUID;

/**
 * What a session remembers of a sign-in.
 *
 * @param grant key of the sealed tokens
 * @param since when the person signed in; step-up does not renew it
 * @param logoutHint tells Entra whom to sign out
 */
record SignedIn(Operator operator, UUID grant, Instant since, String logoutHint) {

	Delegation delegation() {
		return new Delegation(this.grant, this.operator.tenant(), this.operator.objectId());
	}

}
