package health.admit.sandbox.oidc;

/**
 * A bearer token was not accepted. The message is as Graph words it; other services word
 * it themselves from the reason.
 */
public class TokenRefused extends RuntimeException {

	private final transient Reason reason;

	private final transient String detail;

	public TokenRefused(Reason reason, String message) {
		this(reason, message, "");
	}

	/**
	 * @param detail what of the token was refused: its audience, its issuer, when it
	 * expired
	 */
	public TokenRefused(Reason reason, String message, String detail) {
		super(message);
		this.reason = reason;
		this.detail = detail;
	}

	public Reason reason() {
		return this.reason;
	}

	public String detail() {
		return this.detail;
	}

	/**
	 * What is wrong with a token.
	 */
	public enum Reason {

		MISSING, MALFORMED, SIGNATURE, EXPIRED, NOT_YET_VALID, ISSUER, AUDIENCE, SCOPE

	}

}
