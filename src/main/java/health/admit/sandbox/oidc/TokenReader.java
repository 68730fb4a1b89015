package health.admit.sandbox.oidc;

/**
 * Reads the access tokens this cloud issued, for the services that accept them.
 */
public interface TokenReader {

	/**
	 * Checks signature, issuer, time and audience.
	 * @param bearer the token without {@code Bearer}
	 * @param audiences audiences the calling service answers to
	 * @throws TokenRefused with the reason as Graph words it
	 */
	Caller read(String bearer, String... audiences);

}
