package health.admit.portal.connection;

import java.util.UUID;

/**
 * The token endpoint of the tenant, asked as the client under test would ask it.
 */
interface TokenService {

	/**
	 * Asks for a token.
	 * @param scope what the token is for
	 */
	TokenAnswer<IssuedToken> token(UUID clientId, String scope, Credential credential);

	/**
	 * Begins a sign-in on another page.
	 */
	TokenAnswer<DeviceCode> device(UUID clientId, String scope);

	/**
	 * Looks whether the person has signed in.
	 */
	TokenAnswer<IssuedToken> signedIn(UUID clientId, DeviceCode device);

	/**
	 * What is sent to get a token, without what must stay secret, for people to read.
	 */
	SentRequest shown(UUID clientId, String scope, Credential credential);

}
