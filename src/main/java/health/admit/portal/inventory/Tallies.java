package health.admit.portal.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

	/** Objects in one statement. */
	private static final int BATCH = 5000;

	private final JdbcClient jdbc;

	private final TextMatches matches;

	Tallies(JdbcClient jdbc, TextMatches matches) {
		this.jdbc = jdbc;
		this.matches = matches;
	}

	/** Without months. */
	Tally ofFacets(UUID tenant) {
		return new Tally(this.jdbc.sql("""
				select facet, band, 0 as ends_month, sum(credentials) as credentials from inventory_tally
				where tenant = ? group by facet, band""").param(tenant).query(Tallies::cell).list());
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
		List<UUID> objects = this.matches.all(tenant, text);
		List<Cell> cells = new ArrayList<>();
		for (int from = 0; from < objects.size(); from += BATCH) {
			SqlText sql = SqlText.of("""
					select c.facet, c.band, c.ends_month, count(*) as credentials
					from unnest(cast(? as uuid array)) k(object_id)
					join inventory_credential c on c.tenant = ? and c.object_id = k.object_id where 1 = 1""",
					SqlText.array(objects.subList(from, Math.min(objects.size(), from + BATCH))), tenant);
			if (text.id().isPresent()) {
				sql = sql.then(text.matching(tenant, "c."));
			}
			sql = sql.then(" group by c.facet, c.band, c.ends_month");
			cells.addAll(this.jdbc.sql(sql.sql()).params(sql.values()).query(Tallies::cell).list());
		}
		return new Tally(cells);
	}

	private static Cell cell(ResultSet row, int index) throws SQLException {
		return new Cell(row.getInt("facet"), Band.values()[row.getInt("band")], row.getInt("ends_month"),
				row.getLong("credentials"));
	}

}
