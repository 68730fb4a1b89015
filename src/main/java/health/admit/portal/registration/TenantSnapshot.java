package health.admit.portal.registration;

import java.util.Map;
import java.util.UUID;

/**
 * What a plan has to know about the tenant.
 *
 * @param apis object id of each chosen API's service principal by app id; an API that is
 * not in the tenant is missing
 */
record TenantSnapshot(Map<UUID, UUID> apis) {

	TenantSnapshot {
		apis = Map.copyOf(apis);
	}

}
