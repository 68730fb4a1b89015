package health.admit.portal.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import health.admit.portal.inventory.Tally.Cell;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads how many credentials there are of each facet, band and month.
 */
@Component
class Tallies {

	private final JdbcClient jdbc;

	private final TextMatches matches;

	Tallies(JdbcClient jdbc, TextMatches matches) {
		this.jdbc = jdbc;
		this.matches = matches;
	}

	/** Of every facet and band, without months. */
	List<Cell> ofFacets(UUID tenant) {
		return this.jdbc.sql("select facet, band, 0 as ends_month, credentials from inventory_share where tenant = ?")
			.param(tenant)
			.query(Tallies::cell)
			.list();
	}

	/** Counts per band; without words from the sums over the months, which are few. */
	BandCounts counts(UUID tenant, CredentialFilter filter) {
		Tally tally = TextQuery.of(filter.text()).empty() ? new Tally(ofFacets(tenant)) : under(tenant, filter.text());
		return tally.counts(filter);
	}

	/** Of all that a text finds; of everything when it is empty. */
	Tally under(UUID tenant, String typed) {
		TextQuery text = TextQuery.of(typed);
		if (text.empty()) {
			return new Tally(
					this.jdbc.sql("select facet, band, ends_month, credentials from inventory_tally where tenant = ?")
						.param(tenant)
						.query(Tallies::cell)
						.list());
		}
		return text.findsNothing() ? new Tally(List.of()) : counted(tenant, text);
	}

	private Tally counted(UUID tenant, TextQuery text) {
		List<UUID> objects = text.id()
			.map((id) -> this.matches.byId(tenant, id))
			.orElseGet(() -> List.copyOf(this.matches.objects(tenant, text, CredentialFilter.ALL)));
		SqlText sql = SqlText.of("select c.facet, c.band, c.ends_month, count(*) as credentials from ")
			.then(SqlText.objects(tenant, objects))
			.then(" join inventory_credential c on c.tenant = k.tenant and c.object_id = k.object_id where 1 = 1");
		if (text.id().isPresent()) {
			sql = sql.then(text.matching(tenant, "c."));
		}
		sql = sql.then(" group by c.facet, c.band, c.ends_month");
		return new Tally(this.jdbc.sql(sql.sql()).params(sql.values()).query(Tallies::cell).list());
	}

	private static Cell cell(ResultSet row, int index) throws SQLException {
		return new Cell(row.getInt("facet"), Band.values()[row.getInt("band")], row.getInt("ends_month"),
				row.getLong("credentials"));
	}

}
