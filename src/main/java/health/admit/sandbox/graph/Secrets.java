package health.admit.sandbox.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Moments;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Makes client secrets. Only a hash of the text stays.
 */
@Component
class Secrets {

	private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789~._-";

	private static final int LENGTH = 40;

	private static final int HINT = 3;

	private static final Set<String> SETTABLE = Set.of("displayName", "startDateTime", "endDateTime",
			"customKeyIdentifier", "@odata.type");

	private final SecureRandom random = new SecureRandom();

	private final AppManagement policy;

	private final Clock clock;

	Secrets(AppManagement policy, Clock clock) {
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * Makes a secret for an application or service principal.
	 * @param wanted name and dates, each optional
	 * @param owner the document it is for
	 */
	Issued issue(ObjectNode wanted, ObjectNode owner) {
		wanted.properties().forEach((member) -> {
			if (!SETTABLE.contains(member.getKey()) && !member.getValue().isNull()) {
				throw GraphProblem.invalidValue("passwordCredentials/" + member.getKey(), "Application");
			}
		});
		Instant start = moment(wanted, "startDateTime", this.clock.instant());
		Instant end = moment(wanted, "endDateTime", start.atOffset(ZoneOffset.UTC).plusYears(2).toInstant());
		if (!end.isAfter(start)) {
			throw GraphProblem.badProperty("InvalidValue", "endDateTime",
					"The end date of the password credential must be after its start date.");
		}
		this.policy.checkSecret(start, end, owner);
		String text = text();
		ObjectNode credential = Json.object()
			.putNull("customKeyIdentifier")
			.put("displayName", Json.text(wanted, "displayName"))
			.put("endDateTime", Moments.write(end))
			.put("hint", text.substring(0, HINT))
			.put("keyId", UUID.randomUUID().toString())
			.put("startDateTime", Moments.write(start));
		return new Issued(credential, text);
	}

	private String text() {
		StringBuilder text = new StringBuilder(LENGTH);
		for (int i = 0; i < LENGTH; i++) {
			// The hint is shown, and some tools trip over a leading dash.
			int choice = (i < HINT) ? CHARACTERS.length() - 4 : CHARACTERS.length();
			text.append(CHARACTERS.charAt(this.random.nextInt(choice)));
		}
		return text.replace(HINT, HINT + 2, "8Q").replace(HINT + 2, HINT + 3, "~").toString();
	}

	private static Instant moment(ObjectNode wanted, String member, Instant usual) {
		if (!wanted.hasNonNull(member)) {
			return usual;
		}
		@Nullable Instant given = Moments.read(Json.text(wanted, member));
		if (given == null) {
			throw GraphProblem.invalidValue("passwordCredentials/" + member, "Application");
		}
		return given;
	}

	/**
	 * A new secret.
	 */
	record Issued(ObjectNode credential, String text) {

		/** As it is stored: without its text, with the hash of it. */
		ObjectNode kept() {
			ObjectNode kept = this.credential.deepCopy();
			kept.remove("customKeyIdentifier");
			return kept.put("_sha256", hash(this.text));
		}

		/** As it is answered, this one time. */
		ObjectNode shown() {
			return this.credential.deepCopy().put("secretText", this.text);
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

}
