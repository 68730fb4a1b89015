package health.admit.sandbox.oidc;

/**
 * A bearer token was not accepted.
 */
public class TokenRefused extends RuntimeException {

	public TokenRefused(String message) {
		super(message);
	}

}
