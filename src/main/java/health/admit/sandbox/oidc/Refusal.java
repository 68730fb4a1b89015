package health.admit.sandbox.oidc;

import org.jspecify.annotations.Nullable;

/**
 * The sign-in or token service says no, as Entra would.
 */
final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String error;

	private final int code;

	private final @Nullable String suberror;

	private final @Nullable String claims;

	private Refusal(String error, int code, String text, @Nullable String suberror, @Nullable String claims) {
		super("AADSTS" + code + ": " + text, null, false, false);
		this.error = error;
		this.code = code;
		this.suberror = suberror;
		this.claims = claims;
	}

	/**
	 * A refusal with its OAuth error word, AADSTS number and text.
	 * @param text what follows {@code AADSTSnnn: }
	 */
	static Refusal of(String error, int code, String text) {
		return new Refusal(error, code, text, null, null);
	}

	Refusal withSuberror(String value) {
		return new Refusal(this.error, this.code, text(), value, this.claims);
	}

	Refusal withClaims(String value) {
		return new Refusal(this.error, this.code, text(), this.suberror, value);
	}

	String error() {
		return this.error;
	}

	int code() {
		return this.code;
	}

	String message() {
		return String.valueOf(getMessage());
	}

	@Nullable String suberror() {
		return this.suberror;
	}

	@Nullable String claims() {
		return this.claims;
	}

	int status() {
		return switch (this.error) {
			case "invalid_client" -> 401;
			case "temporarily_unavailable" -> 503;
			default -> 400;
		};
	}

	private String text() {
		return message().substring(message().indexOf(' ') + 1);
	}

}
