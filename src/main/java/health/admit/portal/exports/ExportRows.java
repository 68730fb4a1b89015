package health.admit.portal.exports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.Sorting;

import org.springframework.stereotype.Component;

/**
 * Every row of a list with its owners, a few at a time.
 */
@Component
class ExportRows {

	private static final int AT_ONCE = 500;

	private final Inventory inventory;

	private final Clock clock;

	ExportRows(Inventory inventory, Clock clock) {
		this.inventory = inventory;
		this.clock = clock;
	}

	IndexStatement index(UUID tenant, CredentialFilter filter) {
		return IndexStatement.of(this.inventory.freshness(tenant), this.inventory.undecided(tenant, filter));
	}

	void each(UUID tenant, CredentialFilter filter, Sorting sorting, IndexStatement index, LineWriter lines) {
		Instant now = this.clock.instant();
		List<CredentialRow> waiting = new ArrayList<>(AT_ONCE);
		this.inventory.each(tenant, filter, sorting, (row) -> {
			waiting.add(row);
			if (waiting.size() == AT_ONCE) {
				write(tenant, waiting, index, now, lines);
			}
		});
		write(tenant, waiting, index, now, lines);
	}

	private void write(UUID tenant, List<CredentialRow> waiting, IndexStatement index, Instant now, LineWriter lines) {
		Map<UUID, List<Owner>> owners = waiting.isEmpty() ? Map.of() : this.inventory.owners(tenant,
				waiting.stream().map((row) -> row.key().objectId()).distinct().toList());
		for (CredentialRow row : waiting) {
			lines.write(new ExportedRow(row, owners.getOrDefault(row.key().objectId(), List.of()), index, now));
		}
		waiting.clear();
	}

	/**
	 * Takes one line.
	 */
	interface LineWriter {

		void write(ExportedRow line);

	}

}
