package health.admit.portal.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Many rows in one statement.
 */
final class Rows {

	private static final int PARAMETERS = 1500;

	private Rows() {
	}

	/**
	 * Reads the rows of a table that belong to objects.
	 * @param order columns of the table, its alias is {@code t}
	 */
	static void read(JdbcTemplate jdbc, String table, UUID tenant, Collection<UUID> objectIds, String order,
			RowCallbackHandler row) {
		if (!objectIds.isEmpty()) {
			SqlText sql = SqlText.of("select t.* from ")
				.then(SqlText.objects(tenant, objectIds))
				.then(" join " + table + " t on t.tenant = k.tenant and t.object_id = k.object_id order by " + order);
			jdbc.query(sql.sql(), row, sql.values().toArray());
		}
	}

	/**
	 * Carries a statement out for each of some objects.
	 * @param statement ends before its {@code where}
	 */
	static void forEach(JdbcTemplate jdbc, String statement, UUID tenant, Collection<UUID> objectIds) {
		if (!objectIds.isEmpty()) {
			jdbc.batchUpdate(statement + " where tenant = ? and object_id = ?",
					objectIds.stream().map((id) -> new Object[] { tenant, id }).toList());
		}
	}

	/**
	 * Inserts rows, many with each statement.
	 * @param into table and columns
	 */
	static void insert(JdbcTemplate jdbc, String into, List<@Nullable Object[]> rows) {
		if (rows.isEmpty()) {
			return;
		}
		int columns = rows.get(0).length;
		int most = PARAMETERS / columns;
		String row = "(" + repeat("?", columns) + ")";
		for (int from = 0; from < rows.size(); from += most) {
			List<@Nullable Object[]> some = rows.subList(from, Math.min(from + most, rows.size()));
			List<@Nullable Object> parameters = new ArrayList<>(some.size() * columns);
			some.forEach((values) -> Collections.addAll(parameters, values));
			jdbc.update("insert into " + into + " values " + repeat(row, some.size()), parameters.toArray());
		}
	}

	static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

	static UUID id(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, UUID.class), column);
	}

	private static String repeat(String text, int times) {
		return String.join(", ", Collections.nCopies(times, text));
	}

}
