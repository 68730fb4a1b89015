package health.admit.sandbox.oidc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.stereotype.Component;

/**
 * How long the next access token lives: random between two bounds, so that tokens do not
 * all end at once, unless a fault says otherwise.
 */
@Component
class Lifetimes {

	private final OidcProperties properties;

	private final SignInFaults faults;

	Lifetimes(OidcProperties properties, SignInFaults faults) {
		this.properties = properties;
		this.faults = faults;
	}

	Duration accessToken() {
		return this.faults.accessTokenLifetime().orElseGet(() -> {
			long min = this.properties.accessTokenMin().toSeconds();
			long max = Math.max(min, this.properties.accessTokenMax().toSeconds());
			return Duration.ofSeconds(ThreadLocalRandom.current().nextLong(min, max + 1));
		});
	}

}
