package health.admit.portal.inventory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One application object or service principal as the index knows it.
 *
 * @param name hostile input when shown
 * @param ownersReadAt when its owners were last read; null for never
 */
public record IndexedApplication(UUID objectId, Source source, @Nullable UUID appId, String name,
		@Nullable Instant createdAt, OwnerState owners, @Nullable Instant ownersReadAt, int liveSecrets) {
}
