package health.admit.portal.azure;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * UUIDs of version 5, made from a name (RFC 9562, section 5.5).
 */
final class NameBasedId {

	/** Of our own, so that nobody else's names meet ours. */
	private static final UUID NAMESPACE = UUID.fromString("5b6f0e4e-0d0b-4b0a-9c6b-3f9b8a1c7d52");

	private NameBasedId() {
	}

	static UUID of(byte[] name) {
		ByteBuffer space = ByteBuffer.allocate(16)
			.putLong(NAMESPACE.getMostSignificantBits())
			.putLong(NAMESPACE.getLeastSignificantBits());
		MessageDigest sha1 = sha1();
		sha1.update(space.array());
		ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name));
		long high = hash.getLong() & 0xffffffffffff0fffL | 0x5000L;
		long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
		return new UUID(high, low);
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-1", ex);
		}
	}

}
