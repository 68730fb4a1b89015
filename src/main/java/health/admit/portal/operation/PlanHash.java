package health.admit.portal.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fingerprint that ties what was confirmed to what was shown. Every part is written
 * with its length, so that no two plans share a text.
 */
final class PlanHash {

	private PlanHash() {
	}

	static String of(Plan plan) {
		MessageDigest digest = sha256();
		part(digest, plan.kind());
		part(digest, plan.title());
		part(digest, plan.resultPath());
		for (PlannedStep step : plan.steps()) {
			part(digest, step.kind());
			part(digest, step.verb().name());
			part(digest, step.label());
			part(digest, step.call());
			for (Map.Entry<String, String> parameter : new TreeMap<>(step.parameters()).entrySet()) {
				part(digest, parameter.getKey());
				part(digest, parameter.getValue());
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static void part(MessageDigest digest, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
		digest.update(bytes);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
