package health.admit.portal.azure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has somewhere.
 *
 * @param id as Azure wrote it
 * @param scope where it was made, as Azure wrote it: a resource, or what lies above, up
 * to {@code /}
 * @param principal who has it: not always who was asked about, see
 * {@link Assignments#throughGroup}
 * @param principalType as Azure wrote it; hostile input when shown
 * @param role GUID of the role definition
 * @param created when it was made; null where Azure does not say
 */
public record RoleAssignment(String id, String scope, UUID principal, String principalType, UUID role,
		@Nullable Instant created) {

	/** The id for removing it; empty where it was made above all subscriptions. */
	public Optional<AssignmentId> removable() {
		return AssignmentId.parse(this.id);
	}

	/**
	 * Whether it was made on this resource, or on the group or subscription it lies in.
	 * What lies above subscriptions does not tell what is below it.
	 */
	public boolean reaches(ResourceId resource) {
		return isOn(resource) || resource.text().regionMatches(true, 0, this.scope + "/", 0, this.scope.length() + 1);
	}

	/** Whether it was made on this very resource, not above it. */
	public boolean isOn(ResourceId resource) {
		return this.scope.equalsIgnoreCase(resource.text());
	}

}
