package health.admit.sandbox.health;

/**
 * A service does not accept the token, or there is none.
 */
final class NotAuthenticated extends RuntimeException {

	private final String challenge;

	NotAuthenticated(String challenge) {
		super("Authentication failed.", null, false, false);
		this.challenge = challenge;
	}

	/** The value of {@code WWW-Authenticate}. */
	String challenge() {
		return this.challenge;
	}

}
