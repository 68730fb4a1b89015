package health.admit.portal.connection;

/**
 * An access token of the client under test. It lives in the memory of the running test
 * only and never prints itself.
 */
final class IssuedToken {

	private final String value;

	private final TokenFacts facts;

	IssuedToken(String value) {
		this.value = value;
		this.facts = TokenFacts.of(value);
	}

	/** The token in clear. Call it only where it is sent. */
	String value() {
		return this.value;
	}

	TokenFacts facts() {
		return this.facts;
	}

	@Override
	public String toString() {
		return "IssuedToken[redacted]";
	}

}
