package health.admit.portal.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The order in which rows are read. Ties follow the ids, so that every row has one place.
 */
record ListOrder(boolean byName, boolean descending) {

	/** What stands for the end of a credential without one. */
	static final OffsetDateTime NO_END = Sheets.NO_END.atOffset(ZoneOffset.UTC);

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

	/** {@code order by} of these columns, all in the same direction. */
	String by(String... columns) {
		return Arrays.stream(columns)
			.map((column) -> column + (this.descending ? " desc" : ""))
			.collect(Collectors.joining(", ", "\norder by ", ""));
	}

	/**
	 * The condition of the rows that come after a place, so that both databases find the
	 * first of them in an index.
	 */
	SqlText after(@Nullable Place place) {
		if (place == null) {
			return SqlText.NOTHING;
		}
		// H2 finds no place in an index by several columns at once, so the first is there
		// twice.
		return SqlText.of(" and %2$s %1$s= ? and (%2$s, object_id, key_id) %1$s (?, ?, ?)".formatted(sign(), column()),
				place.value(), place.value(), place.objectId(), place.keyId());
	}

	/** The same for rows {@code x} that have been read already. */
	SqlText passed(@Nullable Place place) {
		return (place == null) ? SqlText.NOTHING : SqlText.of(
				" and case when (x.sort_key, x.object_id, x.key_id) " + sign() + " (?, ?, ?) then 1 else 0 end > 0",
				place.value(), place.objectId(), place.keyId());
	}

	/** The same within one band. */
	SqlText after(@Nullable Place place, Band band) {
		if (place != null && band == Band.NO_END && NO_END.isEqual((OffsetDateTime) place.value())) {
			// All rows without an end share one value: among them only the ids lead on.
			return SqlText.of(
					" and ends_at = ? and object_id %1$s= ? and (object_id, key_id) %1$s (?, ?)".formatted(sign()),
					place.value(), place.objectId(), place.objectId(), place.keyId());
		}
		return after(place);
	}

	/** How places by end follow each other, as the databases compare. */
	Comparator<Place> places() {
		Comparator<Place> upwards = Comparator.comparing((Place place) -> ((OffsetDateTime) place.value()).toInstant())
			.thenComparing((place) -> place.objectId().toString())
			.thenComparing((place) -> place.keyId().toString());
		return this.descending ? upwards.reversed() : upwards;
	}

	private String sign() {
		return this.descending ? "<" : ">";
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
