package health.admit.portal.signin;

import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * The token endpoint refused the portal itself, or could not be reached. Neither the
 * operator nor a new sign-in can help.
 */
class TokensRefused extends RuntimeException {

	private final transient OAuth2Error error;

	TokensRefused(OAuth2Error error, Throwable cause) {
		super(error.toString(), cause);
		this.error = error;
	}

	OAuth2Error error() {
		return this.error;
	}

}
