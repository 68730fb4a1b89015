package health.admit.portal.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads objects with their credentials from the index.
 */
@Component
class Sheets {

	/** Stands for a credential without an end. */
	static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

	private final JdbcTemplate jdbc;

	Sheets(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The objects that are there. */
	Map<UUID, Sheet> of(UUID tenant, Collection<UUID> objectIds) {
		Map<UUID, List<Entry>> entries = new HashMap<>();
		Map<UUID, Sheet> sheets = new HashMap<>();
		Rows.read(this.jdbc, "inventory_credential", tenant, objectIds, "t.object_id, t.key_id",
				(row) -> entries.computeIfAbsent(Rows.id(row, "object_id"), (id) -> new ArrayList<>()).add(entry(row)));
		Rows.read(this.jdbc, "inventory_object", tenant, objectIds, "t.object_id", (row) -> {
			UUID id = Rows.id(row, "object_id");
			sheets.put(id, new Sheet(subject(row), entries.getOrDefault(id, List.of()), row.getInt("live_secrets"),
					Rows.instant(row, "roll_at")));
		});
		return sheets;
	}

	private static Sheet.Subject subject(ResultSet row) throws SQLException {
		return new Sheet.Subject(Rows.id(row, "object_id"), Source.valueOf(row.getString("source")),
				row.getObject("app_id", UUID.class), row.getString("name"), Rows.instant(row, "created_at"),
				OwnerState.valueOf(row.getString("owner_state")), Rows.instant(row, "owners_read_at"),
				row.getLong("pass"));
	}

	private static Entry entry(ResultSet row) throws SQLException {
		Facet facet = Facet.of(row.getInt("facet"));
		Instant ends = Rows.instant(row, "ends_at");
		Held held = new Held(Rows.id(row, "key_id"), facet.kind(), row.getString("description"), row.getString("hint"),
				row.getString("thumbprint"), Rows.instant(row, "starts_at"), NO_END.equals(ends) ? null : ends,
				facet.work(), Rows.instant(row, "last_used_at"));
		return new Entry(held, facet, Band.values()[row.getInt("band")], Rows.instant(row, "covered_from"));
	}

}
