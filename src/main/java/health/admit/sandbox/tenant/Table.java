package health.admit.sandbox.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of one kind with their indexes.
 */
final class Table {

	private final Kind kind;

	private final List<@Nullable Item> rows = new ArrayList<>();

	private final Map<UUID, Item> byId = new HashMap<>();

	private final Map<UUID, UUID> byAppId = new HashMap<>();

	private final Map<String, UUID> byUniqueName = new HashMap<>();

	private final Map<String, UUID> appIdByUri = new HashMap<>();

	private final Map<UUID, List<UUID>> linked = new HashMap<>();

	Table(Kind kind) {
		this.kind = kind;
	}

	@Nullable Item byId(UUID id) {
		return this.byId.get(id);
	}

	@Nullable Item byAppId(UUID appId) {
		UUID id = this.byAppId.get(appId);
		return (id != null) ? this.byId.get(id) : null;
	}

	@Nullable Item byUniqueName(String name) {
		UUID id = this.byUniqueName.get(name);
		return (id != null) ? this.byId.get(id) : null;
	}

	@Nullable UUID appIdNamed(String uri) {
		return this.appIdByUri.get(uri);
	}

	List<Item> linkedTo(UUID other) {
		return this.linked.getOrDefault(other, List.of())
			.stream()
			.map(this.byId::get)
			.filter(Objects::nonNull)
			.toList();
	}

	List<Item> all() {
		List<Item> present = new ArrayList<>(this.byId.size());
		for (Item row : this.rows) {
			if (row != null) {
				present.add(row);
			}
		}
		return present;
	}

	/** Objects after a position, in order of creation. */
	List<Item> following(int number, int most) {
		List<Item> found = new ArrayList<>(Math.min(most, this.rows.size()));
		for (int i = number + 1; i < this.rows.size() && found.size() < most; i++) {
			Item row = this.rows.get(i);
			if (row != null) {
				found.add(row);
			}
		}
		return found;
	}

	int size() {
		return this.byId.size();
	}

	Item put(UUID id, ObjectNode document) {
		Item before = this.byId.get(id);
		int number = (before != null) ? before.number() : this.rows.size();
		Item now = Item.of(this.kind, number, id, document);
		if (before == null) {
			this.rows.add(now);
		}
		else {
			unindex(before);
			this.rows.set(number, now);
		}
		this.byId.put(id, now);
		index(now, document);
		return now;
	}

	void remove(UUID id) {
		Item item = this.byId.remove(id);
		if (item == null) {
			return;
		}
		this.rows.set(item.number(), null);
		unindex(item);
	}

	private void unindex(Item item) {
		ObjectNode document = item.json();
		Links.of(this.kind, document).forEach((other) -> unlink(other, item.id()));
		uris(document).forEach((uri) -> this.appIdByUri.remove(uri, item.appId()));
		if (item.appId() != null) {
			this.byAppId.remove(item.appId(), item.id());
		}
		String unique = Json.text(document, "uniqueName");
		if (unique != null) {
			this.byUniqueName.remove(unique, item.id());
		}
	}

	private void index(Item item, ObjectNode document) {
		UUID appId = item.appId();
		if (appId != null) {
			Item holder = byAppId(appId);
			if (holder == null || holder.deleted() || !item.deleted()) {
				this.byAppId.put(appId, item.id());
			}
			if (!item.deleted()) {
				uris(document).forEach((uri) -> this.appIdByUri.put(uri, appId));
			}
		}
		String unique = Json.text(document, "uniqueName");
		if (unique != null) {
			this.byUniqueName.put(unique, item.id());
		}
		Links.of(this.kind, document)
			.forEach((other) -> this.linked.computeIfAbsent(other, (key) -> new ArrayList<>(2)).add(item.id()));
	}

	private static List<String> uris(ObjectNode document) {
		List<String> uris = new ArrayList<>(Json.texts(document, "identifierUris"));
		uris.addAll(Json.texts(document, "servicePrincipalNames"));
		return uris;
	}

	private void unlink(UUID other, UUID id) {
		List<UUID> ids = this.linked.get(other);
		if (ids != null) {
			ids.remove(id);
			if (ids.isEmpty()) {
				this.linked.remove(other);
			}
		}
	}

}
