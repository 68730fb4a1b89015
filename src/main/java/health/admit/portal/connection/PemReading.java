package health.admit.portal.connection;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Objects;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.pem.PemContent;

/**
 * A certificate with its private key as somebody pasted it. Nothing of the text is kept,
 * shown or logged.
 *
 * @param credential null when there is a problem
 */
record PemReading(Credential.@Nullable Certificate credential, @Nullable Problem problem) {

	static final int LARGEST = 64 * 1024;

	/**
	 * Reads a text.
	 * @param pem certificate and private key, one behind the other, in any order
	 * @param password of an encrypted key; empty for none
	 */
	static PemReading of(String pem, String password) {
		if (pem.isBlank()) {
			return new PemReading(null, Problem.EMPTY);
		}
		if (pem.length() > LARGEST) {
			return new PemReading(null, Problem.TOO_LARGE);
		}
		if (!pem.contains("PRIVATE KEY-----")) {
			return new PemReading(null,
					pem.contains("-----BEGIN CERTIFICATE-----") ? Problem.NO_KEY : Problem.UNREADABLE);
		}
		if (!pem.contains("-----BEGIN CERTIFICATE-----")) {
			return new PemReading(null, Problem.NO_CERTIFICATE);
		}
		if (pem.contains("ENCRYPTED PRIVATE KEY-----") && password.isEmpty()) {
			return new PemReading(null, Problem.NEEDS_PASSWORD);
		}
		try {
			PemContent content = Objects.requireNonNull(PemContent.of(pem));
			return pair(content.getCertificates(),
					password.isEmpty() ? content.getPrivateKey() : content.getPrivateKey(password));
		}
		// The message could quote the text.
		catch (RuntimeException ex) {
			return new PemReading(null, Problem.UNREADABLE);
		}
	}

	private static PemReading pair(List<X509Certificate> certificates, @Nullable PrivateKey key) {
		if (certificates.isEmpty() || key == null) {
			return new PemReading(null, Problem.UNREADABLE);
		}
		List<X509Certificate> signing = certificates.stream()
			.filter((one) -> one.getPublicKey() instanceof RSAPublicKey)
			.toList();
		if (signing.isEmpty() || !(key instanceof RSAPrivateKey secret)) {
			return new PemReading(null, Problem.NOT_RSA);
		}
		// Files of an authority hold its own certificates as well.
		return signing.stream()
			.filter((one) -> ((RSAPublicKey) one.getPublicKey()).getModulus().equals(secret.getModulus()))
			.findFirst()
			.map((own) -> pair(own, secret))
			.orElseGet(() -> new PemReading(null, Problem.NO_PAIR));
	}

	private static PemReading pair(X509Certificate certificate, RSAPrivateKey secret) {
		try {
			RSAKey named = RSAKey.parse(certificate);
			return new PemReading(new Credential.Certificate(
					new RSAKey.Builder((RSAPublicKey) certificate.getPublicKey()).privateKey(secret)
						.x509CertChain(named.getX509CertChain())
						.x509CertSHA256Thumbprint(named.getX509CertSHA256Thumbprint())
						.build()),
					null);
		}
		catch (JOSEException ex) {
			return new PemReading(null, Problem.UNREADABLE);
		}
	}

	/**
	 * Why a text is not taken.
	 */
	enum Problem {

		EMPTY, TOO_LARGE, NO_KEY, NO_CERTIFICATE, NEEDS_PASSWORD, UNREADABLE,

		/** Entra takes signatures of RSA keys only. */
		NOT_RSA,

		/** The key is of another certificate. */
		NO_PAIR;

		/** Key of the message. */
		String text() {
			return "connection.pem." + name();
		}

	}

}
