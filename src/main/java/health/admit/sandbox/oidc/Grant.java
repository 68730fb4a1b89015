package health.admit.sandbox.oidc;

/**
 * One way to get a token.
 */
interface Grant {

	/** Value of {@code grant_type}. */
	String type();

	TokenAnswer redeem(TokenRequest request);

}
