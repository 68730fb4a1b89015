package health.admit.portal.expiry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.Slice;
import health.admit.portal.inventory.Sorting;
import health.admit.portal.inventory.WorkState;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a list says. An address that says nothing means what the help desk
 * has to act upon: what has ended or ends within 90 days, is not covered by a newer
 * credential, and is neither put off nor done.
 *
 * @param from where the page begins; null for the beginning
 */
record Listing(CredentialFilter filter, Sorting sorting, int size, @Nullable String from) {

	static final CredentialFilter USUAL = new CredentialFilter(
			EnumSet.of(Band.EXPIRED, Band.WEEK, Band.MONTH, Band.TWO_MONTHS, Band.QUARTER), Set.of(), Set.of(),
			Set.of(), EnumSet.of(WorkState.OPEN, WorkState.CLAIMED), false, null, "");

	static final int USUAL_SIZE = 50;

	static final List<Integer> SIZES = List.of(25, USUAL_SIZE, 100);

	/** Present in addresses that mean everything. */
	private static final String EVERYTHING = "view";

	private static final Set<String> NARROWING = Set.of(EVERYTHING, "band", "kind", "source", "owner", "work",
			"covered", "too-long", "q");

	static Listing of(Map<String, List<String>> query) {
		boolean chosen = query.keySet().stream().anyMatch(NARROWING::contains);
		return new Listing(chosen ? FilterParameters.of(query) : USUAL, FilterParameters.sorting(query), size(query),
				first(query, "from"));
	}

	static Listing of(CredentialFilter filter) {
		return new Listing(filter, Sorting.ENDS_FIRST, USUAL_SIZE, null);
	}

	Slice slice() {
		return new Slice(this.from, this.size);
	}

	boolean usual() {
		return USUAL.equals(this.filter);
	}

	Listing with(CredentialFilter other) {
		return new Listing(other, this.sorting, this.size, null);
	}

	Listing by(Sorting other) {
		return new Listing(this.filter, other, this.size, null);
	}

	Listing from(@Nullable String start) {
		return new Listing(this.filter, this.sorting, this.size, start);
	}

	/** The query string that reads as filter and order; it may be kept. */
	String query() {
		String query = FilterParameters.toQuery(this.filter, this.sorting);
		return CredentialFilter.ALL.equals(this.filter) ? join(EVERYTHING + "=all", query) : query;
	}

	/** The address of this page of the list. */
	String link() {
		return "/expiry?" + parameters();
	}

	/** The query string of this page of the list. */
	String parameters() {
		String query = query();
		if (this.size != USUAL_SIZE) {
			query = join(query, "size=" + this.size);
		}
		return (this.from != null) ? join(query, "from=" + this.from) : query;
	}

	private static String join(String one, String other) {
		return one.isEmpty() || other.isEmpty() ? one + other : one + "&" + other;
	}

	private static int size(Map<String, List<String>> query) {
		String wanted = first(query, "size");
		return SIZES.stream().filter((size) -> size.toString().equals(wanted)).findFirst().orElse(USUAL_SIZE);
	}

	private static @Nullable String first(Map<String, List<String>> query, String name) {
		List<String> values = query.getOrDefault(name, List.of());
		return (values.isEmpty() || values.get(0).isEmpty() || !values.get(0).matches("[A-Za-z0-9_.~-]{1,500}")) ? null
				: values.get(0);
	}

}
