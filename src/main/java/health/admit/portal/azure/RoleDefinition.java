package health.admit.portal.azure;

import java.util.List;
import java.util.UUID;

/**
 * A role as its definition says it.
 *
 * @param id the GUID, which is the same in every subscription for built-in roles
 * @param name hostile input when shown
 * @param description Azure's prose, which may say less or more than the definition does;
 * hostile input when shown
 * @param builtIn whether Microsoft made it
 * @param permissions what it permits
 */
public record RoleDefinition(UUID id, String name, String description, boolean builtIn, List<Permission> permissions) {

	public RoleDefinition {
		permissions = List.copyOf(permissions);
	}

	/** Whether somebody with this role may do this with data. */
	public boolean permitsData(String action) {
		return this.permissions.stream().anyMatch((permission) -> permission.permitsData(action));
	}

}
