package health.admit.sandbox.graph;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Moments;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The certificates of an application. A write replaces the whole collection: what is sent
 * with its key id and without its bytes stays, what is not sent goes.
 */
@Component
class Certificates {

	private static final int LONGEST_NAME = 90;

	private final AppManagement policy;

	Certificates(AppManagement policy) {
		this.policy = policy;
	}

	ArrayNode replaced(ArrayNode present, @Nullable JsonNode wanted, ObjectNode application) {
		ArrayNode result = Json.array();
		if (wanted == null || wanted.isNull()) {
			return result;
		}
		Map<String, ObjectNode> known = new LinkedHashMap<>();
		for (JsonNode key : present) {
			known.put(key.path("keyId").asString(""), (ObjectNode) key);
		}
		for (JsonNode each : wanted) {
			ObjectNode credential = (ObjectNode) each;
			ObjectNode existing = known.get(credential.path("keyId").asString(""));
			result.add((existing != null) ? kept(existing, credential) : added(credential, application));
		}
		return result;
	}

	private static ObjectNode kept(ObjectNode existing, ObjectNode sent) {
		String key = Json.text(sent, "key");
		Instant end = Moments.read(Json.text(sent, "endDateTime"));
		boolean sameKey = key == null || key.equals(Json.text(existing, "key"));
		boolean sameEnd = end == null || end.equals(Moments.read(Json.text(existing, "endDateTime")));
		if (!sameKey || !sameEnd) {
			throw GraphProblem.badProperty("InvalidValue", "keyCredentials",
					"Update to existing credential with KeyId '" + Json.text(existing, "keyId") + "' is not allowed.");
		}
		return existing;
	}

	private ObjectNode added(ObjectNode sent, ObjectNode application) {
		String type = sent.path("type").asString("AsymmetricX509Cert");
		String usage = sent.path("usage").asString("Verify");
		if (!type.equals("AsymmetricX509Cert") || !usage.equals("Verify")) {
			throw GraphProblem.notImplemented("key credentials of type " + type + " for " + usage);
		}
		X509Certificate certificate = certificate(Json.text(sent, "key"));
		Instant from = certificate.getNotBefore().toInstant();
		Instant to = certificate.getNotAfter().toInstant();
		Instant start = moment(sent, "startDateTime", from);
		Instant end = moment(sent, "endDateTime", to);
		if (end.isAfter(to) || !end.isAfter(start)) {
			throw GraphProblem.badProperty("KeyCredentialsInvalidEndDate", "keyCredentials",
					"Key credential end date is invalid.");
		}
		if (start.isBefore(from)) {
			throw GraphProblem.badProperty("KeyCredentialsInvalidStartDate", "keyCredentials",
					"Key credential start date is invalid.");
		}
		this.policy.checkCertificate(start, end, application);
		String name = sent.path("displayName").asString(certificate.getSubjectX500Principal().getName());
		return Json.object()
			.put("customKeyIdentifier", sent.path("customKeyIdentifier").asString(thumbprint(certificate)))
			.put("displayName", (name.length() > LONGEST_NAME) ? name.substring(0, LONGEST_NAME) : name)
			.put("endDateTime", Moments.write(end))
			.put("key", Base64.getEncoder().encodeToString(encoded(certificate)))
			.put("keyId", sent.path("keyId").asString(UUID.randomUUID().toString()))
			.put("startDateTime", Moments.write(start))
			.put("type", type)
			.put("usage", usage);
	}

	/** The bytes are DER, or PEM text as some tools send it. */
	private static X509Certificate certificate(@Nullable String key) {
		try {
			byte[] bytes = Base64.getMimeDecoder()
				.decode(((key != null) ? key : "").replace('-', '+')
					.replace('_', '/')
					.getBytes(StandardCharsets.US_ASCII));
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(bytes));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw GraphProblem.badProperty("KeyCredentialsInvalidCertificate", "keyCredentials",
					"Key value is not a valid certificate.");
		}
	}

	private static String thumbprint(X509Certificate certificate) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-1").digest(encoded(certificate)))
				.toUpperCase(Locale.ROOT);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] encoded(X509Certificate certificate) {
		try {
			return certificate.getEncoded();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Instant moment(ObjectNode sent, String member, Instant usual) {
		Instant given = Moments.read(Json.text(sent, member));
		return (given != null) ? given : usual;
	}

}
