package health.admit.portal.signin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import health.admit.portal.cloud.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The certificate with which the portal proves to Entra who it is. The assertion names it
 * by {@code x5t#S256} and is signed with PS256, as Microsoft's "certificate credentials"
 * page asks.
 */
final class ClientKey {

	private ClientKey() {
	}

	/**
	 * Reads certificate and private key.
	 * @param file PEM with both, or PKCS#12
	 * @param password of the PKCS#12 file or the PEM key; may be empty
	 */
	static JWK load(Path file, String password) {
		try {
			Pair pair = isPem(file) ? fromPem(file, password) : fromStore(file, password);
			if (!(pair.certificate().getPublicKey() instanceof RSAPublicKey key)) {
				throw new StartRefused("CERTIFICATE_NOT_RSA", file);
			}
			Base64URL thumbprint = RSAKey.parse(pair.certificate()).getX509CertSHA256Thumbprint();
			return new RSAKey.Builder(key).privateKey(pair.key())
				.keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.PS256)
				.x509CertSHA256Thumbprint(thumbprint)
				.build();
		}
		catch (IOException | GeneralSecurityException | JOSEException ex) {
			throw new StartRefused("CERTIFICATE_NOT_READ", file, String.valueOf(ex.getMessage()));
		}
	}

	private static boolean isPem(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			// PKCS#12 is DER: a sequence.
			return in.read() != 0x30;
		}
	}

	private static Pair fromPem(Path file, String password) throws IOException {
		PemContent pem = PemContent.load(file);
		List<X509Certificate> certificates = pem.getCertificates();
		PrivateKey key = password.isEmpty() ? pem.getPrivateKey() : pem.getPrivateKey(password);
		return pair(certificates.isEmpty() ? null : certificates.get(0), key, file);
	}

	private static Pair fromStore(Path file, String password) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, password.toCharArray());
		}
		for (String alias : Collections.list(store.aliases())) {
			if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate
					&& store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
				return pair(certificate, key, file);
			}
		}
		return pair(null, null, file);
	}

	private static Pair pair(@Nullable X509Certificate certificate, @Nullable PrivateKey key, Path file) {
		if (certificate == null || key == null) {
			throw new StartRefused("CERTIFICATE_WITHOUT_KEY", file);
		}
		return new Pair(certificate, key);
	}

	private record Pair(X509Certificate certificate, PrivateKey key) {
	}

}
