package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What the credentials of an object have, each band and property that occurs a bit of one
 * number. It stands beside every word of the object, so that a common word and a rare
 * filter meet in one index. A filter finds more than it should when two credentials share
 * what it asks for, never less.
 */
final class Traits {

	private static final int BAND = 0;

	private static final int KIND = BAND + 7;

	private static final int SOURCE = KIND + 4;

	private static final int COVERED = SOURCE + 2;

	private static final int TOO_LONG = COVERED + 2;

	private static final int OWNERS = TOO_LONG + 2;

	private static final int WORK = OWNERS + 8;

	private Traits() {
	}

	static int of(Collection<Entry> entries) {
		return entries.stream()
			.mapToInt((entry) -> of(entry.facet(), entry.band()))
			.reduce(0, (one, more) -> one | more);
	}

	/** Those of one credential. */
	static int of(Facet facet, Band band) {
		return bit(BAND, band.ordinal()) | bit(KIND, facet.kind().ordinal()) | bit(SOURCE, facet.source().ordinal())
				| bit(COVERED, flag(facet.covered())) | bit(TOO_LONG, flag(facet.tooLong()))
				| bit(OWNERS, facet.owners().ordinal()) | bit(WORK, facet.work().ordinal());
	}

	/**
	 * The condition of the words of objects that may have a credential that fits. The
	 * databases share no operator for bits, but do share division.
	 * @param column with the traits
	 */
	static String fitting(CredentialFilter filter, String column) {
		List<String> conditions = new ArrayList<>(List.of(column + " > 0"));
		any(conditions, column, BAND, filter.bands());
		any(conditions, column, KIND, filter.kinds());
		any(conditions, column, SOURCE, filter.sources());
		any(conditions, column, OWNERS, filter.owners());
		any(conditions, column, WORK, filter.work());
		is(conditions, column, COVERED, filter.covered());
		is(conditions, column, TOO_LONG, filter.tooLong());
		return String.join(" and ", conditions);
	}

	private static <E extends Enum<E>> void any(List<String> conditions, String column, int from, Set<E> chosen) {
		if (!chosen.isEmpty() && !EnumSet.complementOf(EnumSet.copyOf(chosen)).isEmpty()) {
			conditions.add(chosen.stream()
				.map(Enum::ordinal)
				.sorted()
				.map((value) -> has(column, from + value))
				.collect(Collectors.joining(" or ", "(", ")")));
		}
	}

	private static void is(List<String> conditions, String column, int from, @Nullable Boolean value) {
		if (value != null) {
			conditions.add(has(column, from + flag(value)));
		}
	}

	private static String has(String column, int place) {
		return "mod(" + column + " / " + (1 << place) + ", 2) = 1";
	}

	private static int bit(int from, int value) {
		return 1 << (from + value);
	}

	private static int flag(boolean value) {
		return value ? 1 : 0;
	}

}
