package health.admit.sandbox.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Person;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The signed-in person, what roles the person holds and what the person owns.
 */
@Component
class MeResource implements GraphResource {

	private final Authority authority;

	private final Owners objects;

	private final Store store;

	MeResource(Authority authority, Owners objects, Store store) {
		this.authority = authority;
		this.objects = objects;
		this.store = store;
	}

	@Override
	public void register(Routes routes) {
		routes.get("/me", this::get)
			.get("/me/ownedObjects", (request) -> owned(request, Set.of(Kind.APPLICATION, Kind.SERVICE_PRINCIPAL)))
			.get("/me/ownedObjects/graph.application", (request) -> owned(request, Set.of(Kind.APPLICATION)))
			.get("/me/ownedObjects/graph.servicePrincipal",
					(request) -> owned(request, Set.of(Kind.SERVICE_PRINCIPAL)));
		for (String path : List.of("/me/memberOf", "/me/transitiveMemberOf")) {
			routes.get(path, this::roles)
				.get(path + "/graph.directoryRole", this::roles)
				.get(path + "/graph.group", (request) -> memberships(request, List.of(), "groups"));
		}
	}

	private GraphAnswer get(GraphRequest request) {
		request.query().allow(Set.of("$select"));
		List<String> select = request.query().select();
		EntityType.USER.checkSelect(select);
		Item user = this.store.live(Kind.USER, this.authority.person(request.caller()).objectId(), Copy.MASTER)
			.orElseThrow();
		ObjectNode body = Json.object().put("@odata.context", Context.ofEntity(request, "users", select));
		body.setAll(EntityType.USER.present(user, user.json(), select, false));
		return GraphAnswer.ok(body);
	}

	private GraphAnswer roles(GraphRequest request) {
		Person person = this.authority.person(request.caller());
		List<DirectoryRoles> roles = person.directoryRoles()
			.stream()
			.map(DirectoryRoles::of)
			.flatMap(Optional::stream)
			.sorted()
			.toList();
		return memberships(request, roles,
				request.path().contains("directoryRole") ? "directoryRoles" : "directoryObjects");
	}

	private static GraphAnswer memberships(GraphRequest request, List<DirectoryRoles> roles, String set) {
		request.query().allow(Set.of("$select", "$top", "$count"));
		boolean cast = request.path().contains("graph.");
		boolean others = request.query().options().keySet().stream().anyMatch((name) -> !name.equals("$count"));
		if (cast && others && !request.eventual()) {
			throw GraphProblem.unsupportedQuery(
					"The specified query with OData cast requires the header 'ConsistencyLevel: eventual' and $count=true.");
		}
		List<String> select = request.query().select();
		ObjectNode body = Json.object().put("@odata.context", Context.ofList(request, set, select));
		ArrayNode value = body.putArray("value");
		roles.forEach((role) -> value.add(present(role, cast, select)));
		return GraphAnswer.ok(body);
	}

	private static ObjectNode present(DirectoryRoles role, boolean cast, List<String> select) {
		ObjectNode all = Json.object()
			.put("id", objectId(role).toString())
			.putNull("deletedDateTime")
			.put("description", role.label())
			.put("displayName", role.label())
			.put("roleTemplateId", role.template().toString());
		ObjectNode presented = Json.object();
		if (!cast) {
			presented.put("@odata.type", "#microsoft.graph.directoryRole");
		}
		presented.setAll(select.isEmpty() ? all : all.retain(select));
		return presented;
	}

	/** Activated roles are objects of their own, under another id than the template. */
	static UUID objectId(DirectoryRoles role) {
		return Ids.of("directory role " + role.template());
	}

	private GraphAnswer owned(GraphRequest request, Set<Kind> kinds) {
		UUID me = this.authority.person(request.caller()).objectId();
		List<Item> items = kinds.stream()
			.sorted()
			.flatMap((kind) -> this.store.linkedTo(kind, me, Copy.LIST).stream())
			.filter((item) -> !item.deleted())
			.toList();
		return DirectoryObjects.answer(request, items, this.objects);
	}

}
