package health.admit.portal.inventory;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import health.admit.portal.inventory.TextMatches.Hits;

import org.springframework.stereotype.Component;

/**
 * Finds which credentials a stretch of a list holds, in the cheapest of three ways:
 * reading in order and passing over what does not fit, sorting all that fit, or sorting
 * all that the words lead to. One of them is always short, however many credentials there
 * are.
 */
@Component
class CredentialFinder {

	/** So many objects are looked at without asking how many fit. */
	private static final int FEW = 200;

	/** Hits are counted so far to guess how common a word is. */
	private static final int COUNTED = 20_000;

	/** Looking a row up takes as long as passing over so many. */
	private static final double LOOK_UP = 4;

	/** Credentials of an object, on average. */
	private static final double EACH = 2.5;

	private final ListReading reading;

	private final Tallies tallies;

	private final TextMatches matches;

	CredentialFinder(ListReading reading, Tallies tallies, TextMatches matches) {
		this.reading = reading;
		this.tallies = tallies;
		this.matches = matches;
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
		Hits hits = text.empty() ? new Hits("", 0) : this.matches.hits(request.tenant(), text, COUNTED);
		if (!text.empty() && hits.count() == 0) {
			return List.of();
		}
		if (!text.empty() && hits.count() <= FEW) {
			return among(request, hits);
		}
		CredentialFilter filter = request.filter();
		boolean byName = request.order().byName();
		if (text.empty() && Facets.allFit(filter) && (filter.bands().isEmpty() || !byName)) {
			Shares everything = Shares
				.everything(filter.bands().isEmpty() ? EnumSet.allOf(Band.class) : filter.bands());
			return byName ? this.reading.walk(request, everything) : byEnd(request, everything, 1).orElseThrow();
		}
		Shares shares = Shares.of(this.tallies.ofFacets(request.tenant()), filter);
		if (shares.fitting() == 0) {
			return List.of();
		}
		return inCheapestWay(request, shares, hits);
	}

	private List<Place> inCheapestWay(ListRequest request, Shares shares, Hits hits) {
		double found = request.text().empty() ? 1 : Math.min(1, EACH * hits.count() / shares.total());
		double walk = walk(request, shares, found);
		double collected = LOOK_UP * shares.fitting();
		double searched = request.text().empty() ? Double.MAX_VALUE : LOOK_UP * EACH * hits.count();
		if (walk <= Math.min(searched, collected)) {
			Optional<List<Place>> walked = request.order().byName() ? inOrder(request, shares, found)
					: byEnd(request, shares, found);
			if (walked.isPresent()) {
				return walked.get();
			}
		}
		return (searched < collected) ? among(request, hits) : this.reading.collect(request, shares);
	}

	private List<Place> among(ListRequest request, Hits hits) {
		return this.reading.among(request, this.matches.objects(request.tenant(), request.text(), hits.rarest()));
	}

	/** How many rows are passed over before enough have been found. */
	private static double walk(ListRequest request, Shares shares, double found) {
		long all = request.order().byName() ? shares.total() : shares.all();
		return Math.min(all, request.limit() * (double) all / shares.fitting() / found);
	}

	/**
	 * Band after band. A row may still stand in the band it was in a moment ago, so a
	 * band is left out only when it begins after all that is wanted.
	 * @return empty when too many rows had to be passed over
	 */
	private Optional<List<Place>> byEnd(ListRequest request, Shares shares, double found) {
		List<Place> places = List.of();
		for (ListReading.Head head : this.reading.heads(request, shares.perBand().keySet())) {
			boolean full = places.size() == request.limit();
			if (full && request.order().places().compare(places.get(places.size() - 1), head.first()) < 0) {
				break;
			}
			Optional<List<Place>> more = ofBand(request, head.band(), shares.in(head.band()), found);
			if (more.isEmpty()) {
				return more;
			}
			places = Stream.concat(places.stream(), more.get().stream())
				.sorted(request.order().places())
				.limit(request.limit())
				.toList();
		}
		return Optional.of(places);
	}

	private Optional<List<Place>> ofBand(ListRequest request, Band band, Shares shares, double found) {
		double walk = walk(request, shares, found);
		if (LOOK_UP * shares.fitting() < walk) {
			return Optional.of(this.reading.collect(request, shares));
		}
		if (request.text().empty()) {
			return Optional.of(this.reading.walk(request, band, shares));
		}
		long most = most(walk);
		return enough(request, this.reading.walk(request, band, shares, most), most >= shares.all());
	}

	private Optional<List<Place>> inOrder(ListRequest request, Shares shares, double found) {
		if (request.text().empty()) {
			return Optional.of(this.reading.walk(request, shares));
		}
		long most = most(walk(request, shares, found));
		return enough(request, this.reading.walk(request, shares, most), most >= shares.total());
	}

	/**
	 * How many rows are passed over before another way is tried. Words and facets may
	 * shun each other: who looks for an owner among what has none would read everything.
	 */
	private static long most(double walk) {
		return FEW + Math.round(2 * walk);
	}

	private static Optional<List<Place>> enough(ListRequest request, List<Place> places, boolean sawAll) {
		return (sawAll || places.size() == request.limit()) ? Optional.of(places) : Optional.empty();
	}

}
