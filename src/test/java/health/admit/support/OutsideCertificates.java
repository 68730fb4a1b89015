package health.admit.support;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Moments;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who changes the certificates of an application of a sandbox without the
 * portal.
 */
public final class OutsideCertificates {

	private static final String MEMBER = "keyCredentials";

	private final Store store;

	private final UUID application;

	public OutsideCertificates(SandboxServer sandbox, UUID application) {
		this.store = sandbox.bean(Store.class);
		this.application = application;
	}

	/** The names of the certificates, as the newest copy has them. */
	public List<String> names() {
		return Json
			.objects(this.store.find(Kind.APPLICATION, this.application, Copy.MASTER).orElseThrow().json(), MEMBER)
			.stream()
			.map((entry) -> entry.path("displayName").asString())
			.toList();
	}

	/** Adds a certificate under the name of its subject. */
	public OutsideCertificates add(TestCertificate certificate) {
		return change((entries) -> entries.add(Json.object()
			.put("customKeyIdentifier", HexFormat.of().withUpperCase().formatHex(certificate.thumbprint("SHA-1")))
			.put("displayName", certificate.certificate().getSubjectX500Principal().getName())
			.put("endDateTime", Moments.write(certificate.certificate().getNotAfter().toInstant()))
			.put("key", Base64.getEncoder().encodeToString(certificate.der()))
			.put("keyId", UUID.randomUUID().toString())
			.put("startDateTime", Moments.write(certificate.certificate().getNotBefore().toInstant()))
			.put("type", "AsymmetricX509Cert")
			.put("usage", "Verify")));
	}

	/** Removes those of this name. */
	public OutsideCertificates remove(String name) {
		return change((entries) -> {
			List<JsonNode> others = entries.valueStream()
				.filter((entry) -> !name.equals(entry.path("displayName").asString()))
				.toList();
			entries.removeAll();
			entries.addAll(others);
		});
	}

	/** Removes all. */
	public OutsideCertificates clear() {
		return change(ArrayNode::removeAll);
	}

	private OutsideCertificates change(Consumer<ArrayNode> change) {
		this.store.update(Kind.APPLICATION, this.application, (document) -> {
			ObjectNode changed = document.deepCopy();
			change.accept(changed.withArray(MEMBER));
			return changed;
		});
		return this;
	}

}
