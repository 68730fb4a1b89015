package health.admit.portal.signin;

import java.util.UUID;

/**
 * The portal's own registration, which the portal never touches: whoever could add a
 * credential to it would become the portal.
 *
 * @param appId its client id
 */
public record OwnRegistration(UUID appId) {

	/**
	 * Whether this client id is the portal's own.
	 */
	public boolean is(UUID other) {
		return this.appId.equals(other);
	}

}
