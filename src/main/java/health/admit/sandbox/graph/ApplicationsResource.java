package health.admit.sandbox.graph;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Applications: read, list, create, change and delete.
 */
@Component
class ApplicationsResource implements GraphResource {

	private static final EntityType TYPE = EntityType.APPLICATION;

	private final Applications applications;

	private final ApplicationWriter writer;

	private final Deletion deletion;

	private final Owners owners;

	private final Authority authority;

	private final Store store;

	private final KeyCredentialLimit limit;

	ApplicationsResource(Applications applications, ApplicationWriter writer, Deletion deletion, Owners owners,
			Authority authority, Store store, KeyCredentialLimit limit) {
		this.applications = applications;
		this.writer = writer;
		this.deletion = deletion;
		this.owners = owners;
		this.authority = authority;
		this.store = store;
		this.limit = limit;
	}

	@Override
	public void register(Routes routes) {
		routes.get("/applications", this::list)
			.get("/applications/$count", this::count)
			.post("/applications", this::create)
			.get("/applications/{}", this::get)
			.patch("/applications/{}", this::change)
			.delete("/applications/{}", this::delete);
	}

	private GraphAnswer list(GraphRequest request) {
		this.authority.requireMember(request.caller());
		this.limit.count(request.query());
		return listing(request).answer(listed(), this::expand);
	}

	private GraphAnswer count(GraphRequest request) {
		this.authority.requireMember(request.caller());
		return listing(request).countAnswer(listed());
	}

	private GraphAnswer get(GraphRequest request) {
		request.query().allow(Set.of("$select", "$expand"));
		Item item = this.applications.read(Kind.APPLICATION, request.key(0));
		return GraphAnswer.ok(present(request, item));
	}

	private GraphAnswer create(GraphRequest request) {
		request.query().allow(Set.of());
		this.authority.requireCreate(request.caller());
		return created(request, request.object());
	}

	private GraphAnswer change(GraphRequest request) {
		request.query().allow(Set.of());
		return request.key(0).is("uniqueName") ? upsert(request)
				: changed(request, this.applications.toChange(Kind.APPLICATION, request.key(0), request.caller()));
	}

	private GraphAnswer upsert(GraphRequest request) {
		Key key = request.key(0);
		Item holder = this.store.byUniqueName(key.value(), Copy.MASTER).orElse(null);
		if (holder == null && !request.createIfMissing()) {
			throw GraphProblem.notFound(key.value());
		}
		if (holder != null && !holder.deleted()) {
			this.authority.requireManage(request.caller(), holder);
			return changed(request, holder);
		}
		this.authority.requireCreate(request.caller());
		return created(request, request.object().deepCopy().put("uniqueName", key.value()));
	}

	private GraphAnswer changed(GraphRequest request, Item item) {
		this.writer.change(item, request.object());
		return GraphAnswer.noContent();
	}

	private GraphAnswer created(GraphRequest request, ObjectNode wanted) {
		ApplicationWriter.Created created = this.writer.create(wanted, request.caller());
		ObjectNode body = present(request, created.item());
		created.reveal(body);
		return GraphAnswer.created(body, request.root() + "/directoryObjects/" + created.item().id()
				+ "/Microsoft.DirectoryServices.Application");
	}

	private GraphAnswer delete(GraphRequest request) {
		request.query().allow(Set.of());
		UUID id = this.applications.toChange(Kind.APPLICATION, request.key(0), request.caller()).id();
		this.deletion.softDelete(Kind.APPLICATION, id);
		return GraphAnswer.noContent();
	}

	private ObjectNode present(GraphRequest request, Item item) {
		List<String> select = request.query().select();
		TYPE.checkSelect(select);
		ObjectNode body = Json.object().put("@odata.context", Context.ofEntity(request, TYPE.set(), select));
		body.setAll(TYPE.present(item, item.json(), select, select.contains("keyCredentials")));
		String expand = request.query().get("$expand");
		if (expand != null) {
			expand(item, body, expand);
		}
		return body;
	}

	private void expand(Item item, ObjectNode presented, String expression) {
		if (expression.trim().equals(FederatedCredentials.EXPANDED)) {
			FederatedCredentials.expand(item, presented);
		}
		else {
			this.owners.expand(item, presented, expression);
		}
	}

	private Listing listing(GraphRequest request) {
		return new Listing(request, TYPE, Item::json);
	}

	private Rows listed() {
		return new Rows.Live(this.store, Kind.APPLICATION);
	}

}
