package health.admit.sandbox.graph;

import java.util.List;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;

import org.springframework.stereotype.Component;

/**
 * The groups of the tenant, as far as giving roles to one needs them.
 */
@Component
class GroupsResource implements GraphResource {

	private final Authority authority;

	private final Store store;

	GroupsResource(Authority authority, Store store) {
		this.authority = authority;
		this.store = store;
	}

	@Override
	public void register(Routes routes) {
		routes.get("/groups", this::list);
	}

	private GraphAnswer list(GraphRequest request) {
		this.authority.requireMember(request.caller());
		List<Item> groups = this.store.all(Kind.GROUP, Copy.LIST).stream().filter((item) -> !item.deleted()).toList();
		return new Listing(request, EntityType.GROUP, Item::json).answer(Rows.of(groups), null);
	}

}
