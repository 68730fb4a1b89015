package health.admit.portal.azure;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * A role that somebody is to have on a resource.
 *
 * @param principal object id; of a client, that of its service principal
 * @param role GUID of the role definition
 */
public record NewAssignment(ResourceId scope, UUID principal, PrincipalType type, UUID role) {

	/**
	 * The name of the assignment, the same whenever the same is to be assigned.
	 */
	public UUID name() {
		String key = this.scope.text().toLowerCase(Locale.ROOT) + " " + this.principal + " " + this.role;
		return NameBasedId.of(key.getBytes(StandardCharsets.UTF_8));
	}

	/** The id the assignment has, or will have. */
	public AssignmentId id() {
		return new AssignmentId(this.scope, name());
	}

}
