package health.admit.portal.doctor;

import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Optional;

import health.admit.portal.cloud.Cloud;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks into a token without believing it. It never makes a {@link String} of the token
 * or of one of its parts, and wipes every copy it makes; the caller wipes what it gave.
 */
@Component
public class TokenReader {

	/** Longer than a token with 200 groups; services refuse longer headers anyway. */
	static final int LONGEST = 32 * 1024;

	private final SigningKeys keys;

	private final Cloud cloud;

	TokenReader(SigningKeys keys, Cloud cloud) {
		this.keys = keys;
		this.cloud = cloud;
	}

	/**
	 * Reads a token in its compact form.
	 * @param token without spaces and without {@code Bearer}; not changed
	 */
	public TokenReading read(CharBuffer token) {
		if (token.remaining() > LONGEST) {
			return new TokenReading.Unreadable(TokenReading.Reason.TOO_LARGE);
		}
		byte[] bytes = bytes(token);
		try {
			return read(bytes);
		}
		finally {
			Arrays.fill(bytes, (byte) 0);
		}
	}

	private TokenReading read(byte[] token) {
		int[] dots = dots(token);
		if (dots.length == 4) {
			return new TokenReading.Unreadable(TokenReading.Reason.ENCRYPTED);
		}
		if (dots.length != 2) {
			return new TokenReading.Unreadable(TokenReading.Reason.NOT_THREE_PARTS);
		}
		byte[] header = Base64Parts.decode(token, 0, dots[0]);
		byte[] payload = Base64Parts.decode(token, dots[0] + 1, dots[1]);
		byte[] signature = Base64Parts.decode(token, dots[1] + 1, token.length);
		try {
			if (header == null || payload == null || signature == null) {
				return new TokenReading.Unreadable(TokenReading.Reason.NOT_BASE64);
			}
			Optional<Json> head = Json.of(header, TokenClaims.HEADER);
			Optional<Json> claims = Json.of(payload, TokenClaims.READ);
			if (head.isEmpty() || claims.isEmpty()) {
				return new TokenReading.Unreadable(TokenReading.Reason.NOT_JSON);
			}
			TokenClaims read = TokenClaims.of(head.get(), claims.get());
			return new TokenReading.Decoded(read, check(read, token, dots[1], signature));
		}
		finally {
			Base64Parts.wipe(header);
			Base64Parts.wipe(payload);
			Base64Parts.wipe(signature);
		}
	}

	private SignatureState check(TokenClaims claims, byte[] token, int signedLength, byte[] signature) {
		if (signature.length == 0 || "none".equalsIgnoreCase(claims.algorithm())) {
			return SignatureState.NOT_SIGNED;
		}
		if (!"RS256".equals(claims.algorithm())) {
			return SignatureState.OTHER_ALGORITHM;
		}
		if (claims.tenantId().filter(this.cloud.tenant()::equals).isEmpty()) {
			return SignatureState.OTHER_TENANT;
		}
		if (claims.nonced()) {
			return SignatureState.ONLY_FOR_GRAPH;
		}
		try {
			return check(claims.keyId(), token, signedLength, signature);
		}
		catch (SigningKeys.KeysNotRead ex) {
			return SignatureState.KEYS_NOT_READ;
		}
	}

	private SignatureState check(@Nullable String keyId, byte[] token, int signedLength, byte[] signature) {
		Optional<PublicKey> key = (keyId != null) ? this.keys.find(keyId) : Optional.empty();
		if (key.isEmpty()) {
			return SignatureState.KEY_UNKNOWN;
		}
		try {
			Signature verifier = Signature.getInstance("SHA256withRSA");
			verifier.initVerify(key.get());
			verifier.update(token, 0, signedLength);
			SignatureState state = verifier.verify(signature) ? SignatureState.VALID : SignatureState.INVALID;
			// The digest keeps its last block until another one comes.
			verifier.update(new byte[127]);
			return state;
		}
		catch (GeneralSecurityException ex) {
			return SignatureState.INVALID;
		}
	}

	/** Characters beyond ASCII become {@code ?}, which is no base64. */
	private static byte[] bytes(CharBuffer token) {
		CharBuffer view = token.duplicate();
		byte[] bytes = new byte[view.remaining()];
		for (int at = 0; at < bytes.length; at++) {
			char c = view.get();
			bytes[at] = (c < 0x80) ? (byte) c : (byte) '?';
		}
		return bytes;
	}

	private static int[] dots(byte[] token) {
		int[] dots = new int[5];
		int count = 0;
		for (int at = 0; at < token.length && count < dots.length; at++) {
			if (token[at] == '.') {
				dots[count++] = at;
			}
		}
		return Arrays.copyOf(dots, count);
	}

}
