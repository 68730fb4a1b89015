package health.admit.portal.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The order in which rows are read. Ties follow the ids, so that every row has one place.
 */
record ListOrder(boolean byName, boolean descending) {

	/** What stands for the end of a credential without one. */
	static final OffsetDateTime NO_END = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

	static ListOrder of(Sorting sorting) {
		return switch (sorting) {
			case ENDS_FIRST -> new ListOrder(false, false);
			case ENDS_LAST -> new ListOrder(false, true);
			case NAME -> new ListOrder(true, false);
			case NAME_DESCENDING -> new ListOrder(true, true);
		};
	}

	ListOrder reversed() {
		return new ListOrder(this.byName, !this.descending);
	}

	String column() {
		return this.byName ? "name_key" : "ends_at";
	}

	/** Bands in the order in which their rows come. */
	List<Band> sorted(List<Band> bands) {
		List<Band> sorted = bands.stream().sorted().collect(Collectors.toList());
		if (this.descending) {
			Collections.reverse(sorted);
		}
		return sorted;
	}

	/** {@code order by} of these columns, all in the same direction. */
	String by(String... columns) {
		return Arrays.stream(columns)
			.map((column) -> column + (this.descending ? " desc" : ""))
			.collect(Collectors.joining(", ", "\norder by ", ""));
	}

	/**
	 * The condition of the rows that come after a place, so that both databases find the
	 * first of them in an index.
	 * @param alias of the table, with its point; may be empty
	 */
	SqlText after(@Nullable Place place, String alias) {
		if (place == null) {
			return SqlText.NOTHING;
		}
		String sign = this.descending ? "<" : ">";
		if (place.value() instanceof OffsetDateTime ends && !this.descending && !ends.isBefore(NO_END)) {
			// All rows without an end share one value: only their ids lead on.
			return SqlText.of(
					" and " + alias + "ends_at = ? and (" + alias + "object_id, " + alias + "key_id) > (?, ?)", ends,
					place.objectId(), place.keyId());
		}
		return SqlText.of(
				" and (" + alias + column() + ", " + alias + "object_id, " + alias + "key_id) " + sign + " (?, ?, ?)",
				place.value(), place.objectId(), place.keyId());
	}

	/** What a position says in this order; null when it says nothing. */
	@Nullable Place place(Position position) {
		if (this.byName) {
			return new Place(position.value(), position.objectId(), position.keyId());
		}
		try {
			OffsetDateTime ends = Instant.EPOCH.plus(Long.parseLong(position.value()), ChronoUnit.MICROS)
				.atOffset(ZoneOffset.UTC);
			return (ends.getYear() > 0 && !ends.isAfter(NO_END))
					? new Place(ends, position.objectId(), position.keyId()) : null;
		}
		catch (NumberFormatException | DateTimeException | ArithmeticException ex) {
			return null;
		}
	}

	/** The place of a row with the columns {@code sort_key, object_id, key_id}. */
	Place place(ResultSet row) throws SQLException {
		Object value = this.byName ? row.getString("sort_key") : row.getObject("sort_key", OffsetDateTime.class);
		return new Place(value, row.getObject("object_id", UUID.class), row.getObject("key_id", UUID.class));
	}

}
