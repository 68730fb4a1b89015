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
		List<Map.Entry<Cell, Long>> changed = this.changes.entrySet()
			.stream()
			.filter((change) -> change.getValue() != 0)
			.toList();
		if (changed.isEmpty()) {
			return;
		}
		int[] found = jdbc.batchUpdate("""
				update inventory_tally set credentials = credentials + ?
				where tenant = ? and facet = ? and band = ? and ends_month = ?""",
				changed.stream()
					.map((change) -> new Object[] { change.getValue(), tenant, change.getKey().facet(),
							change.getKey().band(), change.getKey().month() })
					.toList());
		List<@Nullable Object[]> missing = new ArrayList<>();
		for (int index = 0; index < found.length; index++) {
			if (found[index] == 0) {
				Cell cell = changed.get(index).getKey();
				missing.add(new Object[] { tenant, cell.facet(), cell.band(), cell.month(),
						changed.get(index).getValue() });
			}
		}
		Rows.insert(jdbc, "inventory_tally (tenant, facet, band, ends_month, credentials)", missing);
		jdbc.batchUpdate("""
				delete from inventory_tally
				where tenant = ? and facet = ? and band = ? and ends_month = ? and credentials = 0""",
				changed.stream()
					.filter((change) -> change.getValue() < 0)
					.map((change) -> new Object[] { tenant, change.getKey().facet(), change.getKey().band(),
							change.getKey().month() })
					.toList());
	}

	private record Cell(int facet, int band, int month) {

		static Cell of(Entry entry) {
			return new Cell(entry.facet().code(), entry.band().ordinal(), entry.month());
		}

	}

}
