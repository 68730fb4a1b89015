package health.admit.sandbox.tenant;

import java.util.List;
import java.util.UUID;

/**
 * A service principal as the token service sees it.
 *
 * @param names {@code servicePrincipalNames}
 * @param assignmentRequired {@code appRoleAssignmentRequired}
 */
public record Principal(UUID objectId, UUID appId, String displayName, List<String> names, boolean enabled,
		boolean assignmentRequired, List<Scope> scopes, List<Role> roles) {

	/**
	 * A delegated permission.
	 *
	 * @param adminOnly type {@code Admin}
	 */
	public record Scope(UUID id, String value, String displayName, boolean adminOnly, boolean enabled) {
	}

	/**
	 * An app role.
	 */
	public record Role(UUID id, String value, String displayName, boolean enabled) {
	}

}
