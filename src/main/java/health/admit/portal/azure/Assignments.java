package health.admit.portal.azure;

import java.util.List;
import java.util.UUID;

/**
 * The role assignments of a principal that reach a resource.
 *
 * @param principal who was asked about
 * @param withGroups whether those that the principal has through groups are in the list;
 * where Azure does not tell, they may be missing
 */
public record Assignments(UUID principal, List<RoleAssignment> items, boolean withGroups) {

	public Assignments {
		items = List.copyOf(items);
	}

	/** Whether the principal has this one through a group. */
	public boolean throughGroup(RoleAssignment assignment) {
		return !assignment.principal().equals(this.principal);
	}

}
