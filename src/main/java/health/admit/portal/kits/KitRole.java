package health.admit.portal.kits;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has at a service.
 *
 * @param name as Azure shows it, such as {@code FHIR Data Reader}
 * @param definitionId GUID of the role definition
 * @param principalId object id of who has it
 * @param assignmentId Azure resource id of the assignment; null when it is not known, or
 * is not one at the service itself
 */
public record KitRole(String name, UUID definitionId, RoleHolder holder, UUID principalId,
		@Nullable String assignmentId) {

	public KitRole {
		name = KitText.carried(name);
	}

}
