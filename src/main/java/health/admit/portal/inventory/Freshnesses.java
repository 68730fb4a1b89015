package health.admit.portal.inventory;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Says how complete the index of a tenant is.
 */
@Component
class Freshnesses {

	private final JdbcTemplate jdbc;

	private final Readings readings;

	private final Holds holds;

	private final Index index;

	private final InventoryProperties properties;

	Freshnesses(JdbcTemplate jdbc, Readings readings, Holds holds, Index index, InventoryProperties properties) {
		this.jdbc = jdbc;
		this.readings = readings;
		this.holds = holds;
		this.index = index;
		this.properties = properties;
	}

	Freshness of(UUID tenant) {
		Long credentials = this.jdbc.queryForObject(
				"select coalesce(sum(credentials), 0) from inventory_share where tenant = ?", Long.class, tenant);
		return FreshnessRule.of(readings(tenant), (credentials != null) ? credentials : 0, this.holds.isHeld(tenant));
	}

	/** The readings of every source that is switched on. */
	List<Reading> readings(UUID tenant) {
		return sources().map((source) -> this.readings.of(tenant, source)).toList();
	}

	/** Takes out what was read from a source that has been switched off since. */
	void retire(Hold hold) {
		for (Source source : Source.values()) {
			if (sources().noneMatch((on) -> on == source)) {
				int gone = Index.SOME;
				while (gone == Index.SOME) {
					gone = retired(hold, source);
				}
			}
		}
	}

	private int retired(Hold hold, Source source) {
		return this.holds.under(hold, () -> {
			int gone = this.index.sweep(hold.tenant(), source, Long.MAX_VALUE);
			if (gone < Index.SOME) {
				this.readings.forget(hold.tenant(), source);
			}
			return gone;
		});
	}

	private Stream<Source> sources() {
		return Stream.of(Source.values())
			.filter((source) -> source == Source.APPLICATION || this.properties.servicePrincipals());
	}

}
