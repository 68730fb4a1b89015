package health.admit.sandbox.graph;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

import health.admit.sandbox.tenant.Catalogue;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Moments;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * When the credentials of applications were last used. Nobody signs in with the seeded
 * ones, so each tells a story made of its id: a fifth was never used, another fifth not
 * for months.
 */
@Component
class CredentialUse {

	private final Store store;

	private final Clock clock;

	CredentialUse(Store store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/** The lines about one application. */
	List<ObjectNode> of(Item application) {
		ObjectNode document = application.json();
		List<ObjectNode> lines = new ArrayList<>();
		Json.objects(document, "passwordCredentials")
			.forEach((secret) -> line(application, secret, "clientSecret", "verify").ifPresent(lines::add));
		Json.objects(document, "keyCredentials")
			.forEach((key) -> line(application, key, "certificate", "verify").ifPresent(lines::add));
		return lines;
	}

	private Optional<ObjectNode> line(Item application, ObjectNode credential, String type, String usage) {
		UUID keyId = UUID.fromString(credential.path("keyId").asString());
		return lastUsed(keyId, credential).map((at) -> {
			String id = keyId + "|application";
			ObjectNode line = Json.object()
				.put("id", Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)))
				.put("keyId", keyId.toString())
				.put("keyType", type)
				.put("keyUsage", usage)
				.put("appId", String.valueOf(application.appId()))
				.put("appObjectId", application.id().toString())
				.put("servicePrincipalObjectId", principal(application))
				.put("resourceId", Catalogue.GRAPH.toString())
				.put("credentialOrigin", "application")
				.put("expirationDateTime", Json.text(credential, "endDateTime"));
			line.putObject("signInActivity")
				.put("lastSignInDateTime", Moments.write(at))
				.put("lastSignInRequestId", new UUID(keyId.getLeastSignificantBits(), 1).toString());
			return line;
		});
	}

	private Optional<Instant> lastUsed(UUID keyId, ObjectNode credential) {
		SplittableRandom random = new SplittableRandom(keyId.getMostSignificantBits());
		int story = random.nextInt(5);
		Instant now = this.clock.instant();
		Instant end = moment(credential, "endDateTime", now);
		Instant latest = end.isBefore(now) ? end : now;
		Duration ago = (story == 1) ? Duration.ofDays(100 + random.nextInt(200))
				: Duration.ofHours(random.nextInt(500));
		Instant used = latest.minus(ago);
		boolean within = used.isAfter(moment(credential, "startDateTime", Instant.EPOCH));
		return (story > 0 && within) ? Optional.of(used) : Optional.empty();
	}

	private static Instant moment(ObjectNode credential, String member, Instant otherwise) {
		String text = Json.text(credential, member);
		Instant read = (text != null) ? Moments.read(text) : null;
		return (read != null) ? read : otherwise;
	}

	private String principal(Item application) {
		UUID appId = application.appId();
		return (appId == null) ? ""
				: this.store.liveByAppId(Kind.SERVICE_PRINCIPAL, appId, Copy.LIST)
					.map((item) -> item.id().toString())
					.orElse("");
	}

}
