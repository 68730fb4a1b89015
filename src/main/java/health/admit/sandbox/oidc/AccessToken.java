package health.admit.sandbox.oidc;

import java.time.Duration;
import java.time.Instant;

/**
 * A signed access token with what its answer says about it.
 */
record AccessToken(String text, String audience, Instant notBefore, Instant issued, Instant expires) {

	/** Life from now on, in seconds. */
	long seconds() {
		return Duration.between(this.issued, this.expires).toSeconds();
	}

}
