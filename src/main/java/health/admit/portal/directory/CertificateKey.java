package health.admit.portal.directory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A certificate with its bytes, as sent to and read from Graph.
 *
 * @param keyId null for a new one
 * @param der the certificate, DER encoded
 */
public record CertificateKey(@Nullable UUID keyId, @Nullable String displayName, byte[] der, @Nullable Instant start,
		@Nullable Instant end) {
}
