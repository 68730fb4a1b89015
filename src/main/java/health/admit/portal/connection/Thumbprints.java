package health.admit.portal.connection;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import com.nimbusds.jose.jwk.RSAKey;

/**
 * Thumbprints of certificates.
 */
final class Thumbprints {

	private Thumbprints() {
	}

	/** SHA-1 of a key's certificate in upper-case hex, as Entra shows it. */
	static String sha1(RSAKey key) {
		try {
			byte[] der = key.getParsedX509CertChain().get(0).getEncoded();
			return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-1").digest(der));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
