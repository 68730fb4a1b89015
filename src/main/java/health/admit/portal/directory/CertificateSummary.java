package health.admit.portal.directory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A certificate of an application.
 *
 * @param thumbprint SHA-1 in upper-case hex, if Graph named one
 */
public record CertificateSummary(UUID keyId, @Nullable String displayName, @Nullable String thumbprint,
		@Nullable Instant start, @Nullable Instant end) {
}
