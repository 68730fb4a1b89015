package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * All that a list can be filtered by, except band and text. As one number it is the
 * second column of the indexes, so that any filter is a few ranges of an index.
 */
record Facet(CredentialKind kind, Source source, boolean covered, boolean tooLong, OwnerState owners, WorkState work) {

	private static final int SOURCE = 4;

	private static final int COVERED = SOURCE * 2;

	private static final int TOO_LONG = COVERED * 2;

	private static final int OWNERS = TOO_LONG * 2;

	private static final int WORK = OWNERS * 8;

	/** The number that stands for this facet in the database. */
	int code() {
		return this.kind.ordinal() + this.source.ordinal() * SOURCE + (this.covered ? COVERED : 0)
				+ (this.tooLong ? TOO_LONG : 0) + this.owners.ordinal() * OWNERS + this.work.ordinal() * WORK;
	}

	static Facet of(int code) {
		return new Facet(CredentialKind.values()[code % SOURCE], Source.values()[code / SOURCE % 2],
				code / COVERED % 2 == 1, code / TOO_LONG % 2 == 1, OwnerState.values()[code / OWNERS % 8],
				WorkState.values()[code / WORK]);
	}

	Facet with(OwnerState state) {
		return new Facet(this.kind, this.source, this.covered, this.tooLong, state, this.work);
	}

	Facet with(WorkState state) {
		return new Facet(this.kind, this.source, this.covered, this.tooLong, this.owners, state);
	}

	/**
	 * The condition of the rows whose facet fits, digit by digit: a list of all facets
	 * that do may be hundreds long.
	 * @param column with the code
	 * @return empty when every facet does
	 */
	static String fitting(CredentialFilter filter, String column) {
		List<String> conditions = new ArrayList<>();
		digit(conditions, column, 1, SOURCE, filter.kinds());
		digit(conditions, column, SOURCE, 2, filter.sources());
		flag(conditions, column, COVERED, filter.covered());
		flag(conditions, column, TOO_LONG, filter.tooLong());
		digit(conditions, column, OWNERS, 8, filter.owners());
		digit(conditions, column, WORK, WorkState.values().length, filter.work());
		return String.join(" and ", conditions);
	}

	private static void digit(List<String> conditions, String column, int place, int values,
			Set<? extends Enum<?>> chosen) {
		if (!chosen.isEmpty()) {
			conditions.add("mod(" + column + " / " + place + ", " + values + ") in "
					+ SqlText.list(chosen.stream().map(Enum::ordinal).toList()));
		}
	}

	private static void flag(List<String> conditions, String column, int place, @Nullable Boolean value) {
		if (value != null) {
			conditions.add("mod(" + column + " / " + place + ", 2) = " + (value ? 1 : 0));
		}
	}

	boolean fits(CredentialFilter filter) {
		return (filter.kinds().isEmpty() || filter.kinds().contains(this.kind))
				&& (filter.sources().isEmpty() || filter.sources().contains(this.source))
				&& (filter.owners().isEmpty() || filter.owners().contains(this.owners))
				&& (filter.work().isEmpty() || filter.work().contains(this.work))
				&& (filter.covered() == null || filter.covered() == this.covered)
				&& (filter.tooLong() == null || filter.tooLong() == this.tooLong);
	}

}
