package health.admit.portal.directory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A certificate or key with its bytes, as sent to and read from Graph. One that was read
 * goes back as it came, to the last digit of a second.
 *
 * @param keyId null for a new one
 * @param type {@code AsymmetricX509Cert}, or what else an existing entry says
 * @param usage {@code Verify}, or what else an existing entry says
 * @param der the certificate, DER encoded; empty when Graph did not return it
 * @param customKeyIdentifier usually the thumbprint, in one of two forms; null for a new
 * one, which Graph gives its thumbprint
 */
public record CertificateKey(@Nullable UUID keyId, @Nullable String displayName, String type, String usage, byte[] der,
		@Nullable Instant start, @Nullable Instant end, byte @Nullable [] customKeyIdentifier) {

	/**
	 * A certificate with which a client proves who it is.
	 */
	public CertificateKey(@Nullable UUID keyId, @Nullable String displayName, byte[] der, @Nullable Instant start,
			@Nullable Instant end) {
		this(keyId, displayName, "AsymmetricX509Cert", "Verify", der, start, end, null);
	}

	/**
	 * SHA-1 in upper-case hex, as Graph names it or from the bytes; null where there is
	 * neither.
	 */
	public @Nullable String thumbprint() {
		String named = Thumbprint.of(this.customKeyIdentifier);
		return (named != null || this.der.length == 0) ? named : Thumbprint.sha1(this.der);
	}

}
