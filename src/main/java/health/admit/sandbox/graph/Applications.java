package health.admit.sandbox.graph;

import java.util.Optional;
import java.util.UUID;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;

import org.springframework.stereotype.Component;

/**
 * Finds applications and service principals by any of their keys, in the copy that the
 * kind of call reads.
 */
@Component
class Applications {

	private final Store store;

	private final Authority authority;

	Applications(Store store, Authority authority) {
		this.store = store;
		this.authority = authority;
	}

	/** For a read of the object itself. */
	Item read(Kind kind, Key key) {
		return find(kind, key, Copy.BY_ID).orElseThrow(() -> GraphProblem.notFound(key.value()));
	}

	/**
	 * For a change: the newest version, provided that the write finds the object at all
	 * and the caller may change it.
	 */
	Item toChange(Kind kind, Key key, Caller caller) {
		Item seen = find(kind, key, Copy.CHILD).orElseThrow(() -> GraphProblem.notFound(key.value()));
		Item newest = this.store.live(kind, seen.id(), Copy.MASTER)
			.orElseThrow(() -> GraphProblem.notFound(key.value()));
		this.authority.requireManage(caller, newest);
		return newest;
	}

	Optional<Item> find(Kind kind, Key key, Copy copy) {
		if (key.is("uniqueName") && kind == Kind.APPLICATION) {
			return this.store.byUniqueName(key.value(), copy).filter((item) -> !item.deleted());
		}
		UUID value = key.uuid();
		if (key.is("appId")) {
			return (value != null) ? this.store.liveByAppId(kind, value, copy) : Optional.empty();
		}
		if (key.is("id")) {
			if (value == null) {
				throw GraphProblem.of(400, "Request_BadRequest", "Invalid object identifier '" + key.value() + "'.");
			}
			return this.store.live(kind, value, copy);
		}
		throw GraphProblem.notImplemented("the alternate key '" + key.name() + "'");
	}

}
