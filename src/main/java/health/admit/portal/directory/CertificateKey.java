package health.admit.portal.directory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A certificate or key with its bytes, as sent to and read from Graph.
 *
 * @param keyId null for a new one
 * @param type {@code AsymmetricX509Cert}, or what else an existing entry says
 * @param usage {@code Verify}, or what else an existing entry says
 * @param der the certificate, DER encoded; empty when Graph did not return it
 */
public record CertificateKey(@Nullable UUID keyId, @Nullable String displayName, String type, String usage, byte[] der,
		@Nullable Instant start, @Nullable Instant end) {

	/**
	 * A certificate with which a client proves who it is.
	 */
	public CertificateKey(@Nullable UUID keyId, @Nullable String displayName, byte[] der, @Nullable Instant start,
			@Nullable Instant end) {
		this(keyId, displayName, "AsymmetricX509Cert", "Verify", der, start, end);
	}

}
