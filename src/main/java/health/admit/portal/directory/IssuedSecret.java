package health.admit.portal.directory;

import java.time.Instant;
import java.util.UUID;

import health.admit.portal.cloud.SecretValue;
import org.jspecify.annotations.Nullable;

/**
 * A client secret that was just made.
 *
 * @param keyId the secret id; not the secret
 */
public record IssuedSecret(UUID keyId, @Nullable String hint, @Nullable Instant start, Instant end,
		SecretValue secret) {
}
