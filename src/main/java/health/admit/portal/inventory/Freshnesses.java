package health.admit.portal.inventory;

import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Says how complete the index of a tenant is.
 */
@Component
class Freshnesses {

	Freshness of(UUID tenant) {
		return new Freshness(Completeness.NEVER, 0, 0, null, null, null);
	}

}
