package health.admit.portal.expiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import health.admit.portal.inventory.CredentialFilter;

/**
 * The choices of a filter, each with the address of the list without it.
 */
final class Chips {

	private final Listing listing;

	private final CredentialFilter filter;

	private final List<Chip> chips = new ArrayList<>();

	private Chips(Listing listing) {
		this.listing = listing;
		this.filter = listing.filter();
	}

	static List<Chip> of(Listing listing) {
		return new Chips(listing).all();
	}

	private List<Chip> all() {
		CredentialFilter now = this.filter;
		add("band", now.bands(), now::in);
		add("kind", now.kinds(), (kinds) -> new CredentialFilter(now.bands(), kinds, now.sources(), now.owners(),
				now.work(), now.covered(), now.tooLong(), now.text()));
		add("source", now.sources(), (sources) -> new CredentialFilter(now.bands(), now.kinds(), sources, now.owners(),
				now.work(), now.covered(), now.tooLong(), now.text()));
		if (now.covered() != null) {
			add("covered", "expiry.covered." + now.covered(), false, new CredentialFilter(now.bands(), now.kinds(),
					now.sources(), now.owners(), now.work(), null, now.tooLong(), now.text()));
		}
		add("owner", now.owners(), (owners) -> new CredentialFilter(now.bands(), now.kinds(), now.sources(), owners,
				now.work(), now.covered(), now.tooLong(), now.text()));
		add("work", now.work(), (work) -> new CredentialFilter(now.bands(), now.kinds(), now.sources(), now.owners(),
				work, now.covered(), now.tooLong(), now.text()));
		if (now.tooLong() != null) {
			add("tooLong", "expiry.tooLong." + now.tooLong(), false, new CredentialFilter(now.bands(), now.kinds(),
					now.sources(), now.owners(), now.work(), now.covered(), null, now.text()));
		}
		if (!now.text().isEmpty()) {
			add("text", now.text(), true, new CredentialFilter(now.bands(), now.kinds(), now.sources(), now.owners(),
					now.work(), now.covered(), now.tooLong(), ""));
		}
		return this.chips;
	}

	private <E extends Enum<E>> void add(String group, Set<E> chosen, Function<Set<E>, CredentialFilter> with) {
		chosen.stream().sorted(Comparator.naturalOrder()).forEach((constant) -> {
			Set<E> rest = new HashSet<>(chosen);
			rest.remove(constant);
			add(group, "expiry." + group + "." + constant.name(), false, with.apply(rest));
		});
	}

	private void add(String group, String value, boolean typed, CredentialFilter without) {
		this.chips.add(new Chip("expiry.filter." + group, value, typed, this.listing.with(without).link()));
	}

}
