package health.admit.sandbox.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The people of the tenant, as far as picking an owner needs them.
 */
@Component
class UsersResource implements GraphResource {

	private static final Set<String> ONLY_MYSELF = Set.of("User.Read");

	private static final Set<String> OTHERS = Set.of("User.ReadBasic.All", "User.Read.All", "Directory.Read.All",
			"Directory.ReadWrite.All");

	private final Authority authority;

	private final Store store;

	UsersResource(Authority authority, Store store) {
		this.authority = authority;
		this.store = store;
	}

	@Override
	public void register(Routes routes) {
		routes.get("/users", this::list).get("/users/{}", this::get);
	}

	private GraphAnswer list(GraphRequest request) {
		this.authority.requireMember(request.caller());
		List<Item> users = this.store.all(Kind.USER, Copy.LIST).stream().filter((item) -> !item.deleted()).toList();
		return new Listing(request, EntityType.USER, Item::json).answer(Rows.of(users), null);
	}

	private GraphAnswer get(GraphRequest request) {
		request.query().allow(Set.of("$select"));
		List<String> select = request.query().select();
		EntityType.USER.checkSelect(select);
		Item user = find(request.key(0)).orElseThrow(() -> GraphProblem.notFound(request.key(0).value()));
		requireRead(request.caller(), user);
		ObjectNode body = Json.object().put("@odata.context", Context.ofEntity(request, "users", select));
		body.setAll(EntityType.USER.present(user, user.json(), select, false));
		return GraphAnswer.ok(body);
	}

	private void requireRead(Caller caller, Item user) {
		boolean myself = user.id().equals(caller.objectId());
		boolean mayOthers = caller.appOnly() || caller.scopes().stream().anyMatch(OTHERS::contains);
		if (!myself && !mayOthers && caller.scopes().containsAll(ONLY_MYSELF)) {
			throw GraphProblem.denied();
		}
		if (!myself) {
			this.authority.requireMember(caller);
		}
	}

	private Optional<Item> find(Key key) {
		UUID id = key.uuid();
		if (id != null) {
			return this.store.live(Kind.USER, id, Copy.BY_ID);
		}
		return this.store.all(Kind.USER, Copy.BY_ID)
			.stream()
			.filter((user) -> key.value().equalsIgnoreCase(Json.text(user.json(), "userPrincipalName")))
			.findFirst();
	}

}
