package health.admit.sandbox.graph;

import java.util.List;
import java.util.Set;

import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Reading, adding and removing owners of applications and service principals.
 */
@Component
class OwnersResource implements GraphResource {

	private static final int MOST = 100;

	private final Applications applications;

	private final Owners owners;

	private final Store store;

	OwnersResource(Applications applications, Owners owners, Store store) {
		this.applications = applications;
		this.owners = owners;
		this.store = store;
	}

	@Override
	public void register(Routes routes) {
		register(routes, "/applications/{}/owners", Kind.APPLICATION);
		register(routes, "/servicePrincipals/{}/owners", Kind.SERVICE_PRINCIPAL);
	}

	private void register(Routes routes, String path, Kind kind) {
		routes.get(path, (request) -> list(request, kind, Set.of(Kind.USER, Kind.SERVICE_PRINCIPAL)))
			.get(path + "/$count", (request) -> count(request, kind))
			.get(path + "/$ref", (request) -> references(request, kind))
			.get(path + "/graph.user", (request) -> list(request, kind, Set.of(Kind.USER)))
			.get(path + "/graph.servicePrincipal", (request) -> list(request, kind, Set.of(Kind.SERVICE_PRINCIPAL)))
			.post(path + "/$ref", (request) -> add(request, kind))
			.delete(path + "/{}/$ref", (request) -> remove(request, kind));
	}

	private GraphAnswer list(GraphRequest request, Kind kind, Set<Kind> wanted) {
		List<Item> found = of(request, kind).stream().filter((owner) -> wanted.contains(owner.kind())).toList();
		return DirectoryObjects.answer(request, found, this.owners);
	}

	private GraphAnswer count(GraphRequest request, Kind kind) {
		request.query().allow(Set.of());
		if (!request.eventual()) {
			throw GraphProblem.badRequest("$count is not currently supported.");
		}
		return GraphAnswer.text(Integer.toString(of(request, kind).size()));
	}

	private GraphAnswer references(GraphRequest request, Kind kind) {
		request.query().allow(Set.of("$top"));
		ObjectNode body = Json.object().put("@odata.context", request.root() + "/$metadata#Collection($ref)");
		ArrayNode value = body.putArray("value");
		for (Item owner : of(request, kind)) {
			value.add(request.root() + "/directoryObjects/" + owner.id());
		}
		return GraphAnswer.ok(body);
	}

	private GraphAnswer add(GraphRequest request, Kind kind) {
		request.query().allow(Set.of());
		Item item = this.applications.toChange(kind, request.key(0), request.caller());
		String id = referenced(Json.text(request.object(), "@odata.id"));
		Item owner = this.owners.find(id).orElseThrow(() -> GraphProblem.notFound(id));
		List<String> present = Json.texts(item.json(), Owners.MEMBER);
		if (present.contains(owner.id().toString())) {
			throw GraphProblem.badRequest(
					"One or more added object references already exist for the following modified properties: 'owners'.");
		}
		if (present.size() >= MOST) {
			throw GraphProblem.of(403, "Directory_QuotaExceeded",
					"The number of owners has reached its limit of " + MOST + ".");
		}
		this.store.update(kind, item.id(), (document) -> {
			document.withArray(Owners.MEMBER).add(owner.id().toString());
			return document;
		});
		return GraphAnswer.noContent();
	}

	private GraphAnswer remove(GraphRequest request, Kind kind) {
		request.query().allow(Set.of());
		Item item = this.applications.toChange(kind, request.key(0), request.caller());
		String id = request.key(1).value();
		ArrayNode kept = Json.array();
		List<String> present = Json.texts(item.json(), Owners.MEMBER);
		present.stream().filter((owner) -> !owner.equals(id)).forEach(kept::add);
		if (kept.size() == present.size()) {
			throw GraphProblem.notFound(id);
		}
		this.store.update(kind, item.id(), (document) -> document.set(Owners.MEMBER, kept));
		return GraphAnswer.noContent();
	}

	private List<Item> of(GraphRequest request, Kind kind) {
		return this.owners.of(this.applications.read(kind, request.key(0)));
	}

	/** The id at the end of a reference, whatever host it names. */
	private static String referenced(@Nullable String reference) {
		if (reference == null) {
			throw GraphProblem.badRequest("The '@odata.id' of the reference is missing.");
		}
		List<String> allowed = List.of("/directoryObjects/", "/users/", "/servicePrincipals/");
		return allowed.stream()
			.filter(reference::contains)
			.map((marker) -> reference.substring(reference.lastIndexOf(marker) + marker.length()))
			.findFirst()
			.orElseThrow(() -> GraphProblem.badRequest("Invalid reference '" + reference + "'."));
	}

}
