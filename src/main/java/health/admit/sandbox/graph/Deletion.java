package health.admit.sandbox.graph;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Moments;
import health.admit.sandbox.tenant.Store;

import org.springframework.stereotype.Component;

/**
 * Deletes to the deleted items, restores from there, and removes for good.
 */
@Component
class Deletion {

	private static final String DELETED_AT = "deletedDateTime";

	private final Store store;

	private final Clock clock;

	Deletion(Store store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/** With an application goes its service principal; with that, its grants. */
	void softDelete(Kind kind, UUID id) {
		Item item = mark(kind, id);
		UUID appId = item.appId();
		if (kind == Kind.APPLICATION && appId != null) {
			this.store.liveByAppId(Kind.SERVICE_PRINCIPAL, appId, Copy.MASTER)
				.ifPresent((principal) -> softDelete(Kind.SERVICE_PRINCIPAL, principal.id()));
		}
		if (kind == Kind.SERVICE_PRINCIPAL) {
			List.of(Kind.GRANT, Kind.ROLE_ASSIGNMENT)
				.forEach((link) -> this.store.linkedTo(link, id, Copy.MASTER)
					.forEach((each) -> this.store.purge(link, each.id())));
		}
	}

	/** Restores an application, and the service principal that went with it. */
	Item restore(Item deleted) {
		UUID appId = deleted.appId();
		if (deleted.kind() == Kind.SERVICE_PRINCIPAL && appId != null
				&& this.store.liveByAppId(Kind.SERVICE_PRINCIPAL, appId, Copy.MASTER).isPresent()) {
			throw GraphProblem.conflict("servicePrincipalNames",
					"The service principal cannot be created, updated, or restored because the service principal name "
							+ appId + " is already in use.");
		}
		Item restored = this.store.update(deleted.kind(), deleted.id(), (document) -> document.without(DELETED_AT));
		if (deleted.kind() == Kind.APPLICATION && appId != null) {
			this.store.byAppId(Kind.SERVICE_PRINCIPAL, appId).filter(Item::deleted).ifPresent(this::restore);
		}
		return restored;
	}

	void purge(Item deleted) {
		this.store.purge(deleted.kind(), deleted.id());
		UUID appId = deleted.appId();
		if (deleted.kind() == Kind.APPLICATION && appId != null) {
			this.store.byAppId(Kind.SERVICE_PRINCIPAL, appId).filter(Item::deleted).ifPresent(this::purge);
		}
	}

	private Item mark(Kind kind, UUID id) {
		String now = Moments.write(this.clock.instant());
		return this.store.update(kind, id, (document) -> document.put(DELETED_AT, now));
	}

}
