package health.admit.portal.access;

import java.util.Set;

import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.RoleAssignment;

/**
 * A role that a principal has.
 *
 * @param roleName hostile input when shown; the id where the definition cannot be read
 * @param permits what it permits with health data; empty where the definition cannot be
 * read
 */
public record HeldRole(RoleAssignment assignment, String roleName, Set<DataAction> permits) {

	/**
	 * Whether it permits anything with the data of this service: given on it, or on what
	 * it lies in.
	 */
	public boolean opens(HealthService service) {
		return this.permits.stream().anyMatch((action) -> action.isOf(service.api()))
				&& this.assignment.reaches(service.id());
	}

}
