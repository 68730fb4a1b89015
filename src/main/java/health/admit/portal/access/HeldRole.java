package health.admit.portal.access;

import java.util.Optional;
import java.util.Set;

import health.admit.portal.azure.AssignmentId;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.RoleAssignment;

/**
 * A role that a principal has.
 *
 * @param roleName hostile input when shown; the id where the definition cannot be read
 * @param permits what it permits with health data; empty where the definition cannot be
 * read
 * @param throughGroup whether it was given to a group the principal is in, directly or
 * through other groups
 */
public record HeldRole(RoleAssignment assignment, String roleName, Set<DataAction> permits, boolean throughGroup) {

	/** The id for taking it from the principal alone; empty where that cannot be done. */
	public Optional<AssignmentId> removable() {
		return this.throughGroup ? Optional.empty() : this.assignment.removable();
	}

	/**
	 * Whether it permits anything with the data of this service: given on it, or on what
	 * it lies in.
	 */
	public boolean opens(HealthService service) {
		return this.permits.stream().anyMatch((action) -> action.isOf(service.api()))
				&& this.assignment.reaches(service.id());
	}

}
