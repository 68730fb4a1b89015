package health.admit.portal.credentials;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/**
 * Public-key sealing by RFC 9180 (HPKE, base mode, X25519 with HKDF-SHA256 and
 * AES-256-GCM). What is sealed for one operation does not open for another.
 */
final class EnvelopeSeal {

	private static final byte[] INFO = "admit envelope 1".getBytes(StandardCharsets.US_ASCII);

	private static final int KEY_BYTES = 32;

	private EnvelopeSeal() {
	}

	/**
	 * A fresh pair.
	 */
	static Pair newPair() {
		HPKE hpke = hpke();
		AsymmetricCipherKeyPair pair = hpke.generatePrivateKey();
		return new Pair(hpke.serializePublicKey(pair.getPublic()), hpke.serializePrivateKey(pair.getPrivate()));
	}

	/**
	 * The pair of a private key; empty when this is none.
	 */
	static Optional<Pair> pair(byte[] privateKey) {
		return (privateKey.length != KEY_BYTES) ? Optional.empty() : Optional
			.of(new Pair(new X25519PrivateKeyParameters(privateKey).generatePublicKey().getEncoded(), privateKey));
	}

	/**
	 * Seals a text.
	 * @return the encapsulated key and the cipher text, one after the other
	 */
	static byte[] seal(byte[] publicKey, UUID operation, String text) {
		HPKE hpke = hpke();
		try {
			byte[][] sealed = hpke.seal(hpke.deserializePublicKey(publicKey), INFO, bytes(operation),
					text.getBytes(StandardCharsets.UTF_8), null, null, null);
			return ByteBuffer.allocate(sealed[0].length + sealed[1].length).put(sealed[1]).put(sealed[0]).array();
		}
		catch (InvalidCipherTextException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Opens what was sealed; empty when the key is not the right one.
	 */
	static Optional<String> open(byte[] privateKey, byte[] publicKey, UUID operation, byte[] sealed) {
		HPKE hpke = hpke();
		ByteBuffer buffer = ByteBuffer.wrap(sealed);
		byte[] encapsulated = new byte[hpke.getEncSize()];
		buffer.get(encapsulated);
		byte[] cipherText = new byte[buffer.remaining()];
		buffer.get(cipherText);
		try {
			byte[] text = hpke.open(encapsulated, hpke.deserializePrivateKey(privateKey, publicKey), INFO,
					bytes(operation), cipherText, null, null, null);
			return Optional.of(new String(text, StandardCharsets.UTF_8));
		}
		catch (InvalidCipherTextException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Whether the two keys belong together.
	 */
	static boolean belongTogether(byte[] privateKey, byte[] publicKey) {
		return pair(privateKey).filter((pair) -> MessageDigest.isEqual(pair.publicKey(), publicKey)).isPresent();
	}

	private static HPKE hpke() {
		return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	/**
	 * Two keys that belong together, in the serial form of RFC 9180.
	 */
	record Pair(byte[] publicKey, byte[] privateKey) {
	}

}
