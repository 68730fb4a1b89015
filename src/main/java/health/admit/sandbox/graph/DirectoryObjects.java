package health.admit.sandbox.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Objects of different types in one list, and any object by its id alone.
 */
@Component
class DirectoryObjects implements GraphResource {

	private final Owners owners;

	private final Applications applications;

	private final Store store;

	DirectoryObjects(Owners owners, Applications applications, Store store) {
		this.owners = owners;
		this.applications = applications;
		this.store = store;
	}

	@Override
	public void register(Routes routes) {
		routes.get("/directoryObjects/{}", this::get).post("/directoryObjects/getByIds", this::getByIds);
	}

	/** A list that is small enough for one page. */
	static GraphAnswer answer(GraphRequest request, List<Item> items, Owners presenter) {
		request.query().allow(Set.of("$select", "$top", "$count"));
		List<String> select = request.query().select();
		ObjectNode body = Json.object().put("@odata.context", Context.ofList(request, "directoryObjects", select));
		if (request.query().count() && request.eventual()) {
			body.put("@odata.count", items.size());
		}
		ArrayNode value = body.putArray("value");
		items.stream()
			.limit(request.query().top(100, 999))
			.forEach((item) -> value.add(presenter.present(item, select)));
		return GraphAnswer.ok(body);
	}

	private GraphAnswer get(GraphRequest request) {
		request.query().allow(Set.of("$select"));
		List<String> select = request.query().select();
		Item item = any(request.key(0).value());
		ObjectNode body = Json.object().put("@odata.context", Context.ofEntity(request, "directoryObjects", select));
		body.setAll(this.owners.present(item, select));
		return GraphAnswer.ok(body);
	}

	private GraphAnswer getByIds(GraphRequest request) {
		request.query().allow(Set.of("$select"));
		List<String> ids = Json.texts(request.object(), "ids");
		if (ids.isEmpty()) {
			throw GraphProblem.invalidValue("ids", "DirectoryObject");
		}
		List<String> types = Json.texts(request.object(), "types");
		ObjectNode body = Json.object()
			.put("@odata.context", Context.ofList(request, "directoryObjects", request.query().select()));
		ArrayNode value = body.putArray("value");
		for (String id : ids) {
			this.owners.find(id)
				.or(() -> group(id))
				.or(() -> this.applications.find(Kind.APPLICATION, new Key("id", id), Copy.BY_ID))
				.filter((item) -> types.isEmpty() || types.contains(EntityType.of(item).type()))
				.ifPresent((item) -> value.add(this.owners.present(item, request.query().select())));
		}
		return GraphAnswer.ok(body);
	}

	private Item any(String id) {
		return this.owners.find(id)
			.or(() -> group(id))
			.orElseGet(() -> this.applications.read(Kind.APPLICATION, new Key("id", id)));
	}

	private Optional<Item> group(String id) {
		return Optional.ofNullable(Ids.parse(id)).flatMap((group) -> this.store.live(Kind.GROUP, group, Copy.BY_ID));
	}

}
