package health.admit.sandbox.seed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Moments;
import tools.jackson.databind.node.ObjectNode;

/**
 * Client secrets in the form the store keeps them.
 */
final class Secrets {

	private Secrets() {
	}

	static ObjectNode known(String text, UUID keyId, String name, Instant start, Instant end) {
		return described(text.substring(0, 3), keyId, name, start, end).put("_sha256", hash(text));
	}

	/** A secret nobody knows the text of. */
	static ObjectNode described(String hint, UUID keyId, String name, Instant start, Instant end) {
		return Json.object()
			.put("keyId", keyId.toString())
			.put("displayName", name)
			.put("hint", hint)
			.put("startDateTime", Moments.write(start))
			.put("endDateTime", Moments.write(end));
	}

	private static String hash(String text) {
		try {
			return Base64.getEncoder()
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
