package health.admit.portal.kits;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The certificate the client signs with.
 *
 * @param thumbprint SHA-256 over the DER form, in hex
 * @param end when it stops working; null when that is not known
 */
public record KitCertificate(String thumbprint, @Nullable Instant end) {

	public KitCertificate {
		thumbprint = HexFormat.of().withUpperCase().formatHex(HexFormat.of().parseHex(thumbprint));
		if (thumbprint.length() != 64) {
			throw new IllegalArgumentException("Not a SHA-256 thumbprint");
		}
	}

	/**
	 * Reads a certificate in its DER form; empty where Entra takes no signature of its
	 * key: it checks those of RSA keys only.
	 */
	public static Optional<KitCertificate> read(byte[] der) {
		try {
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(der));
			String thumbprint = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
			return "RSA".equals(certificate.getPublicKey().getAlgorithm())
					? Optional.of(new KitCertificate(thumbprint, certificate.getNotAfter().toInstant()))
					: Optional.empty();
		}
		catch (CertificateException ex) {
			return Optional.empty();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The value of {@code x5t#S256}.
	 */
	String x5tS256() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(this.thumbprint));
	}

}
