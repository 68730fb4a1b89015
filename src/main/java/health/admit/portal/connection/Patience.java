package health.admit.portal.connection;

import java.time.Duration;

/**
 * How long a test waits for what takes time.
 *
 * @param credential until a new secret or certificate is known everywhere: users measured
 * 4 to 18 seconds
 * @param credentialPause between two tries
 * @param role until an assigned role has reached the service, which keeps its decisions
 * for up to five minutes
 * @param rolePause between two tries
 */
record Patience(Duration credential, Duration credentialPause, Duration role, Duration rolePause) {

	static final Patience USUAL = new Patience(Duration.ofSeconds(75), Duration.ofSeconds(3), Duration.ofMinutes(6),
			Duration.ofSeconds(10));

}
