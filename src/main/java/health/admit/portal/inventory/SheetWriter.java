package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes what differs between objects as the index has them and as they ought to be, with
 * words and counts. Runs in the transaction of its caller, who holds the tenant's lock.
 */
@Component
class SheetWriter {

	private static final String CREDENTIAL = """
			inventory_credential (tenant, object_id, key_id, band, facet, ends_month, name_key, description, hint, thumbprint,
			starts_at, ends_at, covered_from, last_used_at)""";

	private static final String OBJECT = """
			inventory_object (tenant, object_id, source, app_id, name, name_key, created_at, owner_state, owners_read_at,
			live_secrets, pass, roll_at)""";

	private final JdbcTemplate jdbc;

	SheetWriter(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Brings objects to a new state.
	 * @param before as the index has them; objects that are new are missing
	 */
	void write(UUID tenant, Map<UUID, Sheet> before, Collection<Sheet> after) {
		Difference difference = new Difference(tenant, before, after);
		Rows.insert(this.jdbc, OBJECT, difference.newObjects);
		Rows.insert(this.jdbc, CREDENTIAL, difference.newEntries);
		batch("""
				update inventory_object set app_id = ?, name = ?, name_key = ?, created_at = ?, owner_state = ?,
				owners_read_at = ?, live_secrets = ?, pass = ?, roll_at = ? where tenant = ? and object_id = ?""",
				difference.changedObjects);
		batch("""
				update inventory_credential set band = ?, facet = ?, ends_month = ?, name_key = ?, description = ?, hint = ?,
				thumbprint = ?, starts_at = ?, ends_at = ?, covered_from = ?, last_used_at = ?
				where tenant = ? and object_id = ? and key_id = ?""",
				difference.changedEntries);
		batch("delete from inventory_credential where tenant = ? and object_id = ? and key_id = ?",
				difference.goneEntries);
		batch("delete from inventory_marker where tenant = ? and object_id = ? and key_id = ?", difference.goneMarkers);
		Rows.insert(this.jdbc, "inventory_marker (tenant, object_id, key_id, operation)", difference.newMarkers);
		difference.seen
			.forEach((pass, ids) -> Rows.forEach(this.jdbc, "update inventory_object set pass = " + pass, tenant, ids));
		batch("update inventory_word set traits = ? where tenant = ? and object_id = ?", difference.changedTraits);
		forgetWords(tenant, difference.renamed.stream().map(Told::objectId).filter(before::containsKey).toList(),
				false);
		addWords(tenant, difference.renamed, false);
		difference.tally.write(this.jdbc, tenant);
	}

	/** Takes objects out with everything that hangs on them. */
	void remove(UUID tenant, Map<UUID, Sheet> gone) {
		TallyChange tally = new TallyChange();
		gone.values().forEach((sheet) -> sheet.entries().forEach(tally::remove));
		for (String table : List.of("inventory_credential", "inventory_marker", "inventory_word", "inventory_owner",
				"inventory_object")) {
			Rows.forEach(this.jdbc, "delete from " + table, tenant, gone.keySet());
		}
		tally.write(this.jdbc, tenant);
	}

	/** Takes the words of objects out. */
	void forgetWords(UUID tenant, Collection<UUID> objectIds, boolean ofOwner) {
		if (!objectIds.isEmpty()) {
			this.jdbc.batchUpdate("delete from inventory_word where tenant = ? and object_id = ? and of_owner = ?",
					objectIds.stream().map((id) -> new Object[] { tenant, id, ofOwner }).toList());
		}
	}

	/** Adds words to objects that have none. */
	void addWords(UUID tenant, Collection<Told> objects, boolean ofOwner) {
		List<@Nullable Object[]> rows = new ArrayList<>();
		objects.forEach((told) -> told.texts()
			.stream()
			.flatMap((text) -> Words.of(text).stream())
			.distinct()
			.forEach((word) -> rows.add(new Object[] { tenant, word, told.objectId(), ofOwner, told.traits() })));
		Rows.insert(this.jdbc, "inventory_word (tenant, word, object_id, of_owner, traits)", rows);
	}

	private void batch(String sql, List<@Nullable Object[]> rows) {
		if (!rows.isEmpty()) {
			this.jdbc.batchUpdate(sql, rows);
		}
	}

	/**
	 * What words of an object are taken from.
	 */
	record Told(UUID objectId, int traits, Collection<String> texts) {
	}

}
