package health.admit.portal.registration;

import java.time.Instant;
import java.util.UUID;

/**
 * A registration in the making, owned by one operator.
 *
 * @param version counts the saves; a save of an older version is refused
 */
record Draft(UUID id, UUID tenant, UUID owner, int version, DraftContent content, Instant createdAt,
		Instant changedAt) {
}
