package health.admit.portal.directory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An application in a list.
 *
 * @param displayName hostile input when shown
 * @param createdAt absent for very old applications
 */
public record ApplicationSummary(UUID objectId, UUID appId, String displayName, @Nullable Instant createdAt) {
}
