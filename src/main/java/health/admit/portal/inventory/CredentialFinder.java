package health.admit.portal.inventory;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

	/** Sorting a row takes as long as passing over so many. */
	private static final double SORTED = 1.5;

	/** To select one facet of one band takes as long, whatever it holds. */
	private static final double CELL = 400;

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
			return byName ? this.reading.walk(request, everything) : byEnd(request, everything, 1);
		}
		Shares shares = Shares.of(this.tallies.ofFacets(request.tenant()), filter);
		if (shares.fitting() == 0) {
			return List.of();
		}
		return (text.empty() || hits.count() == COUNTED) ? reading(request, shares, hits)
				: sieving(request, shares, hits);
	}

	/** Leaves words that are very common to the database, which soon finds enough. */
	private List<Place> reading(ListRequest request, Shares shares, Hits hits) {
		double found = found(request, shares, hits);
		if (LOOK_UP * shares.fitting() < walk(request, shares, found)) {
			return this.reading.collect(request, shares);
		}
		return request.order().byName() ? this.reading.walk(request, shares) : byEnd(request, shares, found);
	}

	/** Reads what the filter lets through, and keeps what the words lead to. */
	private List<Place> sieving(ListRequest request, Shares shares, Hits hits) {
		double found = found(request, shares, hits);
		double walk = hits.count() + walk(request, shares, found);
		double collected = hits.count() + SORTED * shares.fitting() + CELL * shares.cells();
		double searched = LOOK_UP * EACH * hits.count();
		if (searched < Math.min(walk, collected)) {
			return among(request, hits);
		}
		Sieve sieve = new Sieve(request, Set.copyOf(objects(request, hits)), found);
		if (walk < collected) {
			double most = Math.min(collected, searched) * shares.fitting() / shares.total();
			Optional<List<Place>> walked = sieve.keep(most,
					(next) -> request.order().byName() ? this.reading.walk(next, shares) : byEnd(next, shares, 1));
			if (walked.isPresent()) {
				return walked.get();
			}
		}
		return (searched < collected) ? this.reading.among(request, sieve.objects())
				: sieve.keep(Double.MAX_VALUE, (next) -> this.reading.collect(next, shares)).orElseThrow();
	}

	private static double found(ListRequest request, Shares shares, Hits hits) {
		return request.text().empty() ? 1 : Math.min(1, EACH * hits.count() / shares.total());
	}

	private List<Place> among(ListRequest request, Hits hits) {
		return this.reading.among(request, objects(request, hits));
	}

	private List<UUID> objects(ListRequest request, Hits hits) {
		return this.matches.objects(request.tenant(), request.text(), hits.rarest());
	}

	/** How many rows are passed over before enough have been found. */
	private static double walk(ListRequest request, Shares shares, double found) {
		long all = request.order().byName() ? shares.total() : shares.all();
		return Math.min(all, request.limit() * (double) all / shares.fitting() / found);
	}

	/**
	 * Band after band. A row may still stand in the band it was in a moment ago, so a
	 * band is left out only when it begins after all that is wanted.
	 */
	private List<Place> byEnd(ListRequest request, Shares shares, double found) {
		List<Place> places = List.of();
		for (ListReading.Head head : this.reading.heads(request, shares.perBand().keySet())) {
			boolean full = places.size() == request.limit();
			if (full && request.order().places().compare(places.get(places.size() - 1), head.first()) < 0) {
				break;
			}
			Shares band = shares.in(head.band());
			List<Place> more = (LOOK_UP * band.fitting() < walk(request, band, found))
					? this.reading.collect(request, band) : this.reading.walk(request, head.band(), band);
			places = Stream.concat(places.stream(), more.stream())
				.sorted(request.order().places())
				.limit(request.limit())
				.toList();
		}
		return places;
	}

}
