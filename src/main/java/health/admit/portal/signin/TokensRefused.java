package health.admit.portal.signin;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * The token endpoint refused the portal itself, or could not be reached. Neither the
 * operator nor a new sign-in can help.
 */
public class TokensRefused extends RuntimeException {

	private static final String UNREACHABLE = "invalid_token_response";

	private final transient OAuth2Error error;

	TokensRefused(OAuth2Error error, Throwable cause) {
		super(error.toString(), cause);
		this.error = error;
	}

	OAuth2Error error() {
		return this.error;
	}

	/**
	 * The error as OAuth names it, such as {@code invalid_client}.
	 */
	public String code() {
		return this.error.getErrorCode();
	}

	/**
	 * Whether the same request may well succeed in a moment: the sign-in service did not
	 * answer, or was busy.
	 */
	public boolean isPassing() {
		return UNREACHABLE.equals(code()) || OAuth2ErrorCodes.SERVER_ERROR.equals(code())
				|| OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE.equals(code());
	}

}
