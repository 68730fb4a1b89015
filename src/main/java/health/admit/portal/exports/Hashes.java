package health.admit.portal.exports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What is kept in place of a token.
 */
final class Hashes {

	private Hashes() {
	}

	static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
