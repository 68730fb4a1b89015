package health.admit.portal.registration;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Reads what the result page shows of a certificate. Pure.
 */
final class Thumbprints {

	private Thumbprints() {
	}

	/**
	 * SHA-1 in upper-case hex, as the Entra admin center shows it.
	 */
	static String sha1(byte[] der) {
		try {
			return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-1").digest(der));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The end of its validity, if it can be read.
	 */
	static @Nullable Instant end(byte[] der) {
		return read(der).map((certificate) -> certificate.getNotAfter().toInstant()).orElse(null);
	}

	/**
	 * Whether the token endpoint of Entra takes assertions made with its key.
	 */
	static boolean signsForEntra(byte[] der) {
		return read(der).map((certificate) -> "RSA".equals(certificate.getPublicKey().getAlgorithm())).orElse(true);
	}

	private static Optional<X509Certificate> read(byte[] der) {
		try {
			return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(der)));
		}
		catch (CertificateException ex) {
			return Optional.empty();
		}
	}

}
