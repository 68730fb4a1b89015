package health.admit.portal.signin;

/**
 * Access tokens with which the portal acts for itself: what they allow is what
 * application permissions an administrator gave the portal's own registration.
 */
public interface PortalTokens {

	/**
	 * A token for Microsoft Graph. It is kept in memory until a minute before it ends;
	 * works on any thread.
	 * @return the token; never log it, never store it
	 * @throws TokensRefused when Entra refuses the portal's proof of itself, or cannot be
	 * reached
	 */
	String graph();

	/**
	 * Drops the kept token, because the service refused it.
	 */
	void forget();

}
