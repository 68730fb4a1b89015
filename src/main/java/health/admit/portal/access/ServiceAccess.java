package health.admit.portal.access;

import java.util.List;

import health.admit.portal.azure.HealthService;

/**
 * A service, the roles on it, and whether the operator may assign them.
 */
public record ServiceAccess(HealthService service, List<OfferedRole> roles, boolean mayAssign) {

	public ServiceAccess {
		roles = List.copyOf(roles);
	}

}
