package health.admit.sandbox.graph;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * What was deleted and can still be restored.
 */
@Component
class DeletedItems implements GraphResource {

	private static final String PATH = "/directory/deletedItems/";

	private final Store store;

	private final Owners objects;

	private final Deletion deletion;

	private final Authority authority;

	DeletedItems(Store store, Owners objects, Deletion deletion, Authority authority) {
		this.store = store;
		this.objects = objects;
		this.deletion = deletion;
		this.authority = authority;
	}

	@Override
	public void register(Routes routes) {
		register(routes, EntityType.APPLICATION, Kind.APPLICATION);
		register(routes, EntityType.SERVICE_PRINCIPAL, Kind.SERVICE_PRINCIPAL);
		routes.get(PATH + "{}", this::get).delete(PATH + "{}", this::purge).post(PATH + "{}/restore", this::restore);
	}

	private void register(Routes routes, EntityType type, Kind kind) {
		routes
			.get(PATH + "graph." + type.type(),
					(request) -> listing(request, type).answer(Rows.of(deleted(request, kind)), null))
			.get(PATH + "graph." + type.type() + "/$count",
					(request) -> listing(request, type).countAnswer(Rows.of(deleted(request, kind))));
	}

	private Listing listing(GraphRequest request, EntityType type) {
		return new Listing(request, type, this.objects::describe);
	}

	private List<Item> deleted(GraphRequest request, Kind kind) {
		this.authority.requireMember(request.caller());
		return this.store.all(kind, Copy.LIST).stream().filter(Item::deleted).toList();
	}

	private GraphAnswer get(GraphRequest request) {
		request.query().allow(Set.of("$select"));
		return GraphAnswer.ok(entity(request, find(request)));
	}

	private GraphAnswer purge(GraphRequest request) {
		request.query().allow(Set.of());
		this.deletion.purge(toChange(request));
		return GraphAnswer.noContent();
	}

	private GraphAnswer restore(GraphRequest request) {
		request.query().allow(Set.of());
		return GraphAnswer.ok(entity(request, this.deletion.restore(toChange(request))));
	}

	private Item toChange(GraphRequest request) {
		Item item = find(request);
		Caller caller = request.caller();
		this.authority.requireManage(caller, item);
		return item;
	}

	private Item find(GraphRequest request) {
		UUID id = Ids.parse(request.key(0).value());
		if (id == null) {
			throw GraphProblem.notFound(request.key(0).value());
		}
		return this.store.find(Kind.APPLICATION, id, Copy.BY_ID)
			.or(() -> this.store.find(Kind.SERVICE_PRINCIPAL, id, Copy.BY_ID))
			.filter(Item::deleted)
			.orElseThrow(() -> GraphProblem.notFound(request.key(0).value()));
	}

	private ObjectNode entity(GraphRequest request, Item item) {
		List<String> select = request.query().select();
		ObjectNode body = Json.object().put("@odata.context", Context.ofEntity(request, "directoryObjects", select));
		body.setAll(this.objects.present(item, select));
		return body;
	}

}
