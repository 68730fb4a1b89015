package health.admit.portal.inventory;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds which credentials a stretch of a list holds, in the cheapest of three ways:
 * reading in order and passing over what does not fit, sorting all that fit, or sorting
 * all that the words lead to. One of them is always short, however many credentials there
 * are.
 */
@Component
class CredentialFinder {

	/** Looking a row up takes as long as passing over so many. */
	private static final double LOOK_UP = 4;

	/** Credentials of an object, on average. */
	private static final double EACH = 2.5;

	/** Credentials that fit of an object that may have one, at a cautious guess. */
	private static final double FITTING = 0.6;

	private final ListReading reading;

	private final Tallies tallies;

	private final TextMatches matches;

	private final Reach reach;

	@Autowired
	CredentialFinder(ListReading reading, Tallies tallies, TextMatches matches) {
		this(reading, tallies, matches, Reach.USUAL);
	}

	CredentialFinder(ListReading reading, Tallies tallies, TextMatches matches, Reach reach) {
		this.reading = reading;
		this.tallies = tallies;
		this.matches = matches;
		this.reach = reach;
	}

	/** Places of the first rows that fit, in order. */
	List<Place> find(ListRequest request) {
		TextQuery text = request.text();
		if (text.findsNothing()) {
			return List.of();
		}
		if (text.id().isPresent()) {
			return this.reading.among(request, this.matches.byId(request.tenant(), text.id().get()));
		}
		return text.empty() ? filtered(request) : searched(request);
	}

	private List<Place> filtered(ListRequest request) {
		CredentialFilter filter = request.filter();
		boolean byName = request.order().byName();
		if (Facets.allFit(filter) && (filter.bands().isEmpty() || !byName)) {
			return walk(request,
					Shares.everything(filter.bands().isEmpty() ? EnumSet.allOf(Band.class) : filter.bands()));
		}
		Shares shares = shares(request);
		if (shares.fitting() == 0) {
			return List.of();
		}
		return (LOOK_UP * shares.fitting() < passed(request, shares, 1)) ? this.reading.collect(request, shares)
				: walk(request, shares);
	}

	private List<Place> searched(ListRequest request) {
		return this.matches.objects(request.tenant(), request.text(), request.filter(), this.reach.known())
			.map((objects) -> known(request, objects))
			.orElseGet(() -> common(request));
	}

	/** The objects that have words and filter are known. */
	private List<Place> known(ListRequest request, Set<UUID> objects) {
		if (objects.size() > this.reach.few()) {
			Shares shares = shares(request);
			double found = Math.min(1, FITTING * objects.size() / Math.max(1, shares.fitting()));
			double searched = LOOK_UP * EACH * objects.size();
			if (shares.fitting() > 0 && passed(request, shares, found) < searched) {
				Optional<List<Place>> walked = new Sieve(request, (some) -> objects, found)
					.keep(searched * shares.fitting() / shares.total(), (next) -> walk(next, shares));
				if (walked.isPresent()) {
					return walked.get();
				}
			}
		}
		return this.reading.among(request, objects);
	}

	/**
	 * So many objects have words and filter that the next rows are near, unless the words
	 * have to do with the order.
	 */
	private List<Place> common(ListRequest request) {
		Shares shares = shares(request);
		double found = Math.min(1, FITTING * this.reach.known() / Math.max(1, shares.fitting()));
		return new Sieve(request, (some) -> this.matches.among(request.tenant(), request.text(), some), found)
			.keep(this.reach.known(), (next) -> walk(next, shares))
			.orElseGet(() -> known(request, this.matches.objects(request.tenant(), request.text(), request.filter())));
	}

	private Shares shares(ListRequest request) {
		return Shares.of(this.tallies.ofFacets(request.tenant()), request.filter());
	}

	private List<Place> walk(ListRequest request, Shares shares) {
		return request.order().byName() ? this.reading.walk(request) : byEnd(request, shares);
	}

	/** How many rows are passed over before enough have been found. */
	private static double passed(ListRequest request, Shares shares, double found) {
		long all = request.order().byName() ? shares.total() : shares.all();
		return Math.min(all, request.limit() * (double) all / shares.fitting() / found);
	}

	/**
	 * Band after band. A row may still stand in the band it was in a moment ago, so a
	 * band is left out only when it begins after all that is wanted.
	 */
	private List<Place> byEnd(ListRequest request, Shares shares) {
		List<Place> places = List.of();
		for (ListReading.Head head : this.reading.heads(request, shares.perBand().keySet())) {
			boolean full = places.size() == request.limit();
			if (full && request.order().places().compare(places.get(places.size() - 1), head.first()) < 0) {
				break;
			}
			Shares band = shares.in(head.band());
			List<Place> more = (LOOK_UP * band.fitting() < passed(request, band, 1))
					? this.reading.collect(request, band) : this.reading.walk(request, head.band());
			places = Stream.concat(places.stream(), more.stream())
				.sorted(request.order().places())
				.limit(request.limit())
				.toList();
		}
		return places;
	}

	/**
	 * Where one way ends and the next begins.
	 *
	 * @param few so many objects are looked up without asking how many credentials fit
	 * @param known so many hits of the words are read before the list itself is
	 */
	record Reach(int few, int known) {

		static final Reach USUAL = new Reach(200, 12_000);

	}

}
