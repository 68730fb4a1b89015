package health.admit.portal.signin;

import java.util.Set;
import java.util.UUID;

/**
 * The person signed in to the portal. Identity is tenant and object id; the names may
 * change and decide nothing.
 *
 * @param displayName hostile input when shown
 * @param username the user principal name; hostile input when shown
 */
public record Operator(UUID tenant, UUID objectId, String displayName, String username, Set<PortalRole> roles) {

	public boolean is(PortalRole role) {
		return this.roles.contains(role);
	}

}
