package health.admit.sandbox.graph;

import java.util.Set;

import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Adding and removing client secrets of applications and service principals.
 */
@Component
class SecretsResource implements GraphResource {

	private static final String MEMBER = "passwordCredentials";

	private static final int MOST_PERSONAL = 2;

	private static final int MOST = 1000;

	private final Applications applications;

	private final Secrets secrets;

	private final Store store;

	SecretsResource(Applications applications, Secrets secrets, Store store) {
		this.applications = applications;
		this.secrets = secrets;
		this.store = store;
	}

	@Override
	public void register(Routes routes) {
		routes.post("/applications/{}/addPassword", (request) -> add(request, Kind.APPLICATION))
			.post("/applications/{}/removePassword", (request) -> remove(request, Kind.APPLICATION))
			.post("/servicePrincipals/{}/addPassword", (request) -> add(request, Kind.SERVICE_PRINCIPAL))
			.post("/servicePrincipals/{}/removePassword", (request) -> remove(request, Kind.SERVICE_PRINCIPAL));
	}

	private GraphAnswer add(GraphRequest request, Kind kind) {
		request.query().allow(Set.of());
		Item item = this.applications.toChange(kind, request.key(0), request.caller());
		ObjectNode document = item.json();
		checkRoom(document);
		ObjectNode wanted = (request.body() != null
				&& request.body().get("passwordCredential") instanceof ObjectNode given) ? given : Json.object();
		Secrets.Issued issued = this.secrets.issue(wanted, document);
		document.withArray(MEMBER).add(issued.kept());
		this.store.put(kind, item.id(), document);
		ObjectNode body = Json.object()
			.put("@odata.context", request.root() + "/$metadata#microsoft.graph.passwordCredential");
		body.setAll(issued.shown());
		return GraphAnswer.ok(body);
	}

	private GraphAnswer remove(GraphRequest request, Kind kind) {
		request.query().allow(Set.of());
		Item item = this.applications.toChange(kind, request.key(0), request.caller());
		String keyId = Json.text(request.object(), "keyId");
		ObjectNode document = item.json();
		ArrayNode kept = Json.array();
		Json.objects(document, MEMBER)
			.stream()
			.filter((secret) -> !secret.path("keyId").asString("").equals(keyId))
			.forEach(kept::add);
		if (kept.size() == document.path(MEMBER).size()) {
			throw GraphProblem.badProperty("InvalidValue", "keyId",
					"No password credential found with keyId '" + keyId + "'.");
		}
		document.set(MEMBER, kept);
		this.store.put(kind, item.id(), document);
		return GraphAnswer.noContent();
	}

	private static void checkRoom(ObjectNode document) {
		int count = document.path(MEMBER).size();
		if (ApplicationRules.isPersonal(document) && count >= MOST_PERSONAL) {
			throw GraphProblem.badProperty("InvalidValue", MEMBER,
					"The application can have at most " + MOST_PERSONAL + " password credentials.");
		}
		if (count >= MOST) {
			throw GraphProblem.of(403, "Directory_QuotaExceeded",
					"The size of the object has exceeded its limit. Please reduce the number of values and retry your request.");
		}
	}

}
