package health.admit.sandbox.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jspecify.annotations.Nullable;

/**
 * Proof key for code exchange (RFC 7636).
 */
final class ProofKey {

	private ProofKey() {
	}

	static void checkChallenge(@Nullable String challenge, @Nullable String method) {
		if (challenge == null) {
			return;
		}
		if (!challenge.matches("[A-Za-z0-9._~-]{43,128}")) {
			throw GrantRefusals.badChallenge();
		}
		if (method != null && !method.equals("S256") && !method.equals("plain")) {
			throw GrantRefusals.badChallengeMethod(method);
		}
	}

	static boolean matches(String challenge, @Nullable String method, @Nullable String verifier) {
		if (verifier == null) {
			return false;
		}
		String expected = "S256".equals(method) ? TokenSigner.encode(sha256(verifier)) : verifier;
		return MessageDigest.isEqual(bytes(expected), bytes(challenge));
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes(text));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
