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
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many rows in one statement.
 */
final class Rows {

	private static final int OBJECTS = 100;

	private static final int PARAMETERS = 1500;

	private Rows() {
	}

	/**
	 * Hands over the objects some at a time, with a condition for exactly these and its
	 * parameters. Pairs, because H2 looks only the first column of an index up in a list.
	 */
	static void each(UUID tenant, Collection<UUID> objectIds, BiConsumer<String, Object[]> statement) {
		List<UUID> all = List.copyOf(objectIds);
		for (int from = 0; from < all.size(); from += OBJECTS) {
			List<UUID> some = all.subList(from, Math.min(from + OBJECTS, all.size()));
			List<Object> parameters = new ArrayList<>();
			some.forEach((id) -> Collections.addAll(parameters, tenant, id));
			statement.accept("(tenant, object_id) in (" + repeat("(?, ?)", some.size()) + ")", parameters.toArray());
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
