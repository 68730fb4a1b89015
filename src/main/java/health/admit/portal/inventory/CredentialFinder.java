package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.portal.inventory.Tally.Share;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds which credentials a stretch of a list holds, with work that does not grow with
 * the number of credentials.
 */
@Component
class CredentialFinder {

	/** So many objects are looked at one by one, in whatever order they are found. */
	private static final int FEW = 1000;

	/** Hits are counted so far to guess how common a word is. */
	private static final int COUNTED = 20_000;

	private static final List<Band> ALL = List.of(Band.values());

	private final JdbcClient jdbc;

	private final Tallies tallies;

	private final TextMatches matches;

	CredentialFinder(JdbcClient jdbc, Tallies tallies, TextMatches matches) {
		this.jdbc = jdbc;
		this.tallies = tallies;
		this.matches = matches;
	}

	/** Places of the first rows that fit, in order. */
	List<Place> find(ListRequest request) {
		TextQuery text = request.text();
		if (text.findsNothing()) {
			return List.of();
		}
		if (text.empty()) {
			Map<Band, Share> shares = Facets.allFit(request.filter()) ? Map.of() : shares(request);
			return inBands(request, shares, 1).orElseThrow();
		}
		return this.matches.few(request.tenant(), text, FEW)
			.map((objects) -> among(request, objects))
			.orElseGet(() -> common(request));
	}

	private List<Place> common(ListRequest request) {
		Map<Band, Share> shares = shares(request);
		long all = shares.values().stream().mapToLong(Share::all).sum();
		long fitting = shares.values().stream().mapToLong(Share::fitting).sum();
		if (fitting == 0) {
			return List.of();
		}
		double found = Math.min(1, 2.0 * this.matches.hits(request.tenant(), request.text(), COUNTED) / all);
		return inBands(request, shares, found)
			.orElseGet(() -> among(request, this.matches.all(request.tenant(), request.text())));
	}

	private Map<Band, Share> shares(ListRequest request) {
		return this.tallies.ofFacets(request.tenant()).shares(request.filter());
	}

	/**
	 * Rows of all bands that fit.
	 * @return empty when the words are too rare there to be found by reading in order
	 */
	private Optional<List<Place>> inBands(ListRequest request, Map<Band, Share> shares, double found) {
		List<Band> bands = request.order().sorted(bands(request, shares));
		if (request.order().byName()) {
			return read(request, bands, shares, found);
		}
		if (request.after() != null) {
			bands.retainAll(reached(request, bands));
		}
		List<Place> places = new ArrayList<>();
		for (int at = 0; at < bands.size() && places.size() < request.limit(); at++) {
			Optional<List<Place>> more = read(request, bands.subList(at, at + 1), shares, found);
			if (more.isEmpty()) {
				return more;
			}
			places.addAll(more.get());
		}
		return Optional.of(first(request, places));
	}

	private static List<Band> bands(ListRequest request, Map<Band, Share> shares) {
		if (!shares.isEmpty() || !Facets.allFit(request.filter())) {
			return List.copyOf(shares.keySet());
		}
		Set<Band> chosen = request.filter().bands();
		return chosen.isEmpty() ? ALL : List.copyOf(chosen);
	}

	/** The bands that hold anything from a place on. */
	private Set<Band> reached(ListRequest request, List<Band> bands) {
		SqlText probes = SqlText.union(bands.stream()
			.map((band) -> request.range(SqlText.of(
					"select " + band.ordinal() + " as band from inventory_credential where tenant = ? and band = ?",
					request.tenant(), band.ordinal()), SqlText.NOTHING, "tenant", "band")
				.then(" limit 1"))
			.toList());
		return this.jdbc.sql(probes.sql())
			.params(probes.values())
			.query((row, index) -> ALL.get(row.getInt("band")))
			.list()
			.stream()
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Band.class)));
	}

	private Optional<List<Place>> read(ListRequest request, List<Band> bands, Map<Band, Share> shares, double found) {
		if (bands.isEmpty()) {
			return Optional.of(List.of());
		}
		List<BandPart> parts = bands.stream()
			.map((band) -> BandPart.of(request, band, shares.get(band), found, false))
			.toList();
		List<Found> rows = run(request, parts);
		Set<Band> missed = parts.stream()
			.filter(BandPart::mayMiss)
			.map(BandPart::band)
			.filter((band) -> rows.stream().filter((row) -> row.band() == band).count() < request.limit())
			.collect(Collectors.toSet());
		if (missed.isEmpty()) {
			return Optional.of(first(request, rows.stream().map(Found::place).toList()));
		}
		if (!request.text().empty() && missed.stream().anyMatch((band) -> isLong(shares.get(band)))) {
			return Optional.empty();
		}
		List<BandPart> sure = bands.stream()
			.map((band) -> BandPart.of(request, band, shares.get(band), found, missed.contains(band)))
			.toList();
		return Optional.of(first(request, run(request, sure).stream().map(Found::place).toList()));
	}

	private static boolean isLong(@Nullable Share share) {
		return share != null && share.fitting() > COUNTED;
	}

	private List<Found> run(ListRequest request, List<BandPart> parts) {
		SqlText sql = SqlText.union(parts.stream().map(BandPart::sql).toList());
		if (parts.size() > 1) {
			sql = SqlText.of("select z.band, z.sort_key, z.object_id, z.key_id from (")
				.then(sql)
				.then(") z")
				.then(request.order().by("sort_key", "object_id", "key_id"));
		}
		return this.jdbc.sql(sql.sql())
			.params(sql.values())
			.query((row, index) -> new Found(ALL.get(row.getInt("band")), request.order().place(row)))
			.list();
	}

	private List<Place> among(ListRequest request, List<UUID> objects) {
		CredentialFilter filter = request.filter();
		SqlText sql = SqlText.of("select c." + request.order().column() + """
				 as sort_key, c.object_id, c.key_id
				from unnest(cast(? as uuid array)) k(object_id)
				join inventory_credential c on c.tenant = ? and c.object_id = k.object_id where 1 = 1""",
				SqlText.array(objects), request.tenant());
		if (!filter.bands().isEmpty()) {
			sql = sql.then(" and c.band in " + SqlText.list(filter.bands().stream().map(Enum::ordinal).toList()));
		}
		if (!Facets.allFit(filter)) {
			sql = sql
				.then(" and c.facet in " + SqlText.list(Facets.fitting(filter).stream().map(Facet::code).toList()));
		}
		if (request.text().id().isPresent()) {
			sql = sql.then(request.text().matching(request.tenant(), "c."));
		}
		sql = sql.then(request.order().after(request.after(), "c."))
			.then(request.order().by("sort_key", "object_id", "key_id"))
			.then(" limit ?", request.limit());
		return this.jdbc.sql(sql.sql()).params(sql.values()).query((row, index) -> request.order().place(row)).list();
	}

	private static List<Place> first(ListRequest request, List<Place> places) {
		return places.subList(0, Math.min(request.limit(), places.size()));
	}

	private record Found(Band band, Place place) {
	}

}
