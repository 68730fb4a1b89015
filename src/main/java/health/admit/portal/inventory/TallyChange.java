package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a change adds to and takes from the counts.
 */
final class TallyChange {

	private static final Comparator<Cell> ORDER = Comparator.comparingInt(Cell::facet)
		.thenComparingInt(Cell::band)
		.thenComparingInt(Cell::month);

	private final Map<Cell, Long> changes = new TreeMap<>(ORDER);

	void add(Entry entry) {
		this.changes.merge(Cell.of(entry), 1L, Long::sum);
	}

	void remove(Entry entry) {
		this.changes.merge(Cell.of(entry), -1L, Long::sum);
	}

	void write(JdbcTemplate jdbc, UUID tenant) {
		Map<Cell, Long> shares = new TreeMap<>(ORDER);
		this.changes.forEach((cell, change) -> shares.merge(cell.anyMonth(), change, Long::sum));
		write(jdbc, tenant, this.changes, "inventory_tally", "facet", "band", "ends_month");
		write(jdbc, tenant, shares, "inventory_share", "facet", "band");
	}

	private static void write(JdbcTemplate jdbc, UUID tenant, Map<Cell, Long> changes, String table, String... keys) {
		List<Map.Entry<Cell, Long>> changed = changes.entrySet()
			.stream()
			.filter((change) -> change.getValue() != 0)
			.toList();
		if (changed.isEmpty()) {
			return;
		}
		String where = " where tenant = ? and " + String.join(" = ? and ", keys) + " = ?";
		int[] found = jdbc.batchUpdate("update " + table + " set credentials = credentials + ?" + where,
				changed.stream()
					.map((change) -> change.getKey().after(keys.length, change.getValue(), tenant))
					.toList());
		List<@Nullable Object[]> missing = new ArrayList<>();
		for (int index = 0; index < found.length; index++) {
			if (found[index] == 0) {
				Map.Entry<Cell, Long> change = changed.get(index);
				missing.add(change.getKey().after(keys.length, change.getValue(), tenant));
			}
		}
		Rows.insert(jdbc, table + " (credentials, tenant, " + String.join(", ", keys) + ")", missing);
		jdbc.batchUpdate("delete from " + table + where + " and credentials = 0",
				changed.stream()
					.filter((change) -> change.getValue() < 0)
					.map((change) -> change.getKey().after(keys.length, tenant))
					.toList());
	}

	private record Cell(int facet, int band, int month) {

		static Cell of(Entry entry) {
			return new Cell(entry.facet().code(), entry.band().ordinal(), entry.month());
		}

		Cell anyMonth() {
			return new Cell(this.facet, this.band, 0);
		}

		/** The first of its numbers after other values. */
		@Nullable Object[] after(int numbers, Object... values) {
			List<@Nullable Object> all = new ArrayList<>(List.of(values));
			all.addAll(List.of(this.facet, this.band, this.month).subList(0, numbers));
			return all.toArray();
		}

	}

}
