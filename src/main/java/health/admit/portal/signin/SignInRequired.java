package health.admit.portal.signin;

/**
 * The session behind a delegation has ended; only a new sign-in helps.
 */
public class SignInRequired extends RuntimeException {

	public SignInRequired(String reason) {
		super(reason);
	}

}
