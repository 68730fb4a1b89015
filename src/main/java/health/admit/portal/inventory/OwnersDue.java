package health.admit.portal.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
 * Finds the objects of a list whose owners are unknown or old, or could not be told by
 * whoever read them, but can be by somebody who may read people.
 */
@Component
class OwnersDue {

	static final int MOST = 1000;

	private static final int ROWS = 500;

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
	 * Objects to read: unknown and untold ones of the whole list, old ones of its
	 * beginning.
	 * @param people whether whoever will read them may read people
	 * @return at most 1,000
	 */
	Map<UUID, Source> of(UUID tenant, CredentialFilter filter, boolean people) {
		Rule rule = rule(people);
		Map<UUID, Source> due = new LinkedHashMap<>();
		whole(tenant, filter.ownedBy(Set.of(OwnerState.UNKNOWN)), rule, due);
		if (people && isUntold(tenant)) {
			whole(tenant, filter.ownedBy(Set.of(OwnerState.UNTOLD)), rule, due);
		}
		page(tenant, filter.ownedBy(Set.of()), null, rule, due);
		return due;
	}

	/** Those of some objects that are to be read. */
	Map<UUID, Source> of(UUID tenant, Collection<UUID> objectIds, boolean people) {
		return due(tenant, objectIds, rule(people));
	}

	/**
	 * Objects to read of all there are, whether or not they have credentials: those whose
	 * owners were never read, untold ones, and old ones that nobody seems to own.
	 * @return at most 1,000
	 */
	Map<UUID, Source> byName(UUID tenant, boolean people) {
		Map<UUID, Source> due = new LinkedHashMap<>();
		byName(SqlText.of("tenant = ? and owner_state = 'UNKNOWN'", tenant), due);
		if (people) {
			byName(SqlText.of("tenant = ? and owner_state = 'UNTOLD' and owners_seen = false", tenant), due);
		}
		byName(SqlText.of("tenant = ? and owner_state = 'NONE' and owners_read_at < ?", tenant,
				rule(people).old().atOffset(ZoneOffset.UTC)), due);
		return due;
	}

	private Rule rule(boolean people) {
		return new Rule(this.clock.instant().minus(this.properties.ownersAfter()), people);
	}

	/** Passes over what is not due, however much that is. */
	private void whole(UUID tenant, CredentialFilter filter, Rule rule, Map<UUID, Source> due) {
		@Nullable String from = null;
		do {
			from = page(tenant, filter, from, rule, due);
		}
		while (from != null && due.size() < MOST);
	}

	/** Adds what is due on a page, and says where the next begins. */
	private @Nullable String page(UUID tenant, CredentialFilter filter, @Nullable String from, Rule rule,
			Map<UUID, Source> due) {
		CredentialPage rows = this.inventory.page(tenant, filter, Sorting.ENDS_FIRST, new Slice(from, ROWS));
		Set<UUID> ids = new LinkedHashSet<>();
		rows.rows().forEach((row) -> ids.add(row.key().objectId()));
		Map<UUID, Source> these = due(tenant, ids, rule);
		ids.stream()
			.filter((id) -> these.containsKey(id) && due.size() < MOST)
			.forEach((id) -> due.put(id, these.get(id)));
		return rows.next();
	}

	private void byName(SqlText which, Map<UUID, Source> due) {
		SqlText sql = SqlText.of("select object_id, source from inventory_object where ")
			.then(which)
			.then(" order by tenant, owner_state, name_key, object_id limit ?", MOST - due.size());
		this.jdbc.query(sql.sql(), (row) -> {
			due.put(Rows.id(row, "object_id"), Source.valueOf(row.getString("source")));
		}, sql.values().toArray());
	}

	private Map<UUID, Source> due(UUID tenant, Collection<UUID> ids, Rule rule) {
		Map<UUID, Source> due = new LinkedHashMap<>();
		Rows.read(this.jdbc, "inventory_object", tenant, ids, "t.object_id", (row) -> {
			if (rule.isDue(row)) {
				due.put(Rows.id(row, "object_id"), Source.valueOf(row.getString("source")));
			}
		});
		return due;
	}

	/** Spares a walk through a long list that somebody who may read people has read. */
	private boolean isUntold(UUID tenant) {
		return !this.jdbc
			.queryForList(
					"""
							select object_id from inventory_object where tenant = ? and owner_state = 'UNTOLD' and owners_seen = false
							limit 1""",
					UUID.class, tenant)
			.isEmpty();
	}

	/**
	 * When owners are to be read.
	 *
	 * @param old what was read before is
	 * @param people whether whoever will read them may read people
	 */
	private record Rule(Instant old, boolean people) {

		boolean isDue(ResultSet row) throws SQLException {
			Instant readAt = Rows.instant(row, "owners_read_at");
			boolean untold = OwnerState.UNTOLD.name().equals(row.getString("owner_state"));
			return readAt == null || readAt.isBefore(this.old)
					|| (this.people && untold && !row.getBoolean("owners_seen"));
		}

	}

}
