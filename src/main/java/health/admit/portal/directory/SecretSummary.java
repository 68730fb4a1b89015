package health.admit.portal.directory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A client secret without its text.
 *
 * @param hint its first three characters
 */
public record SecretSummary(UUID keyId, @Nullable String displayName, @Nullable String hint, @Nullable Instant start,
		@Nullable Instant end) {
}
