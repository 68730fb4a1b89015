package health.admit.portal.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds the objects of a list whose owners are unknown or old.
 */
@Component
class OwnersDue {

	static final int MOST = 1000;

	private static final int ROWS = 500;

	private static final int PAGES = 8;

	private final Inventory inventory;

	private final JdbcTemplate jdbc;

	private final InventoryProperties properties;

	private final Clock clock;

	OwnersDue(Inventory inventory, JdbcTemplate jdbc, InventoryProperties properties, Clock clock) {
		this.inventory = inventory;
		this.jdbc = jdbc;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Objects to read: unknown ones of the whole list, old ones of its beginning.
	 * @return at most 1,000, in the order of the list
	 */
	Map<UUID, Source> of(UUID tenant, CredentialFilter filter) {
		Instant old = this.clock.instant().minus(this.properties.ownersAfter());
		Map<UUID, Source> due = new LinkedHashMap<>();
		collect(tenant, filter.ownedBy(Set.of(OwnerState.UNKNOWN)), PAGES, old, due);
		collect(tenant, filter.ownedBy(Set.of()), 1, old, due);
		return due;
	}

	/** Those of some objects that are to be read. */
	Map<UUID, Source> of(UUID tenant, Collection<UUID> objectIds) {
		return due(tenant, objectIds, this.clock.instant().minus(this.properties.ownersAfter()));
	}

	private void collect(UUID tenant, CredentialFilter filter, int pages, Instant old, Map<UUID, Source> due) {
		String from = null;
		for (int page = 0; page < pages && due.size() < MOST && (page == 0 || from != null); page++) {
			CredentialPage rows = this.inventory.page(tenant, filter, Sorting.ENDS_FIRST, new Slice(from, ROWS));
			Set<UUID> ids = new LinkedHashSet<>();
			rows.rows().forEach((row) -> ids.add(row.key().objectId()));
			Map<UUID, Source> these = due(tenant, ids, old);
			ids.stream()
				.filter((id) -> these.containsKey(id) && due.size() < MOST)
				.forEach((id) -> due.put(id, these.get(id)));
			from = rows.next();
		}
	}

	private Map<UUID, Source> due(UUID tenant, Collection<UUID> ids, Instant old) {
		Map<UUID, Source> due = new LinkedHashMap<>();
		Rows.read(this.jdbc, "inventory_object", tenant, ids, "t.object_id", (row) -> {
			@Nullable Instant readAt = Rows.instant(row, "owners_read_at");
			if (readAt == null || readAt.isBefore(old)) {
				due.put(Rows.id(row, "object_id"), Source.valueOf(row.getString("source")));
			}
		});
		return due;
	}

}
