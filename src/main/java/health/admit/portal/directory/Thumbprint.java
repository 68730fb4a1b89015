package health.admit.portal.directory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Reads the thumbprint of a certificate from its {@code customKeyIdentifier}.
 */
final class Thumbprint {

	private static final int SHA1_BYTES = 20;

	private static final int SHA1_HEX_CHARACTERS = 40;

	private Thumbprint() {
	}

	/**
	 * Makes the thumbprint of a certificate, in upper-case hex.
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
	 * The same from the text on the wire. What cannot be decoded is no thumbprint, and no
	 * reason to give up a page of other credentials.
	 */
	static @Nullable String ofText(@Nullable String customKeyIdentifier) {
		try {
			return (customKeyIdentifier != null) ? of(Base64.getDecoder().decode(customKeyIdentifier)) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Graph's documents disagree on the wire form: base64 of the SHA-1, or its 40 hex
	 * digits. The SDK decodes either as base64, which makes 30 odd bytes of the latter;
	 * encoding them again brings the digits back.
	 * @return upper-case hex, or null where the bytes are no thumbprint
	 */
	static @Nullable String of(byte @Nullable [] customKeyIdentifier) {
		if (customKeyIdentifier == null) {
			return null;
		}
		if (customKeyIdentifier.length == SHA1_BYTES) {
			return HexFormat.of().withUpperCase().formatHex(customKeyIdentifier);
		}
		String text = Base64.getEncoder().encodeToString(customKeyIdentifier);
		boolean hex = text.length() == SHA1_HEX_CHARACTERS && text.matches("[0-9a-fA-F]+");
		return hex ? text.toUpperCase(Locale.ROOT) : null;
	}

}
