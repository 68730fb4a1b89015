package health.admit.portal.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals small things with AES-256-GCM. What is sealed is bound to a context and opens in
 * no other, so that a row copied over another row is of no use. Layout: one version byte,
 * 12 bytes nonce, cipher text with tag.
 */
final class Sealer {

	private static final byte VERSION = 1;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecretKey key;

	private final SecureRandom random = new SecureRandom();

	Sealer(SecretKey key) {
		this.key = key;
	}

	byte[] seal(byte[] clear, String context) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(clear);
			return ByteBuffer.allocate(1 + NONCE_BYTES + secret.length).put(VERSION).put(nonce).put(secret).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is not available", ex);
		}
	}

	/**
	 * Opens what was sealed.
	 * @return empty when it was sealed with another key or for another context, or was
	 * changed
	 */
	Optional<byte[]> open(byte[] sealed, String context) {
		if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
			return Optional.empty();
		}
		byte[] nonce = new byte[NONCE_BYTES];
		System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
		int start = 1 + NONCE_BYTES;
		try {
			return Optional
				.of(cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed, start, sealed.length - start));
		}
		catch (AEADBadTagException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is not available", ex);
		}
	}

	private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
