package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The statements that read a stretch of a list. None of them looks at words: what those
 * lead to is known before, or sifted out afterwards.
 */
@Component
class ListReading {

	private static final List<Band> ALL = List.of(Band.values());

	private static final int SOME = 500;

	private static final int MOST_PARTS = 40;

	private final JdbcClient jdbc;

	ListReading(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The first row of each band from a place on, whatever its facet, in order. */
	List<Head> heads(ListRequest request, Set<Band> bands) {
		ListOrder order = request.order();
		SqlText heads = SqlText.union(EnumSet.copyOf(bands)
			.stream()
			.map((band) -> SqlText
				.of("select " + band.ordinal() + " as in_band, ends_at as sort_key, object_id, key_id "
						+ "from inventory_credential where tenant = ? and band = ?", request.tenant(), band.ordinal())
				.then(order.after(request.after(), band))
				.then(order.by("tenant", "band", "ends_at", "object_id", "key_id"))
				.then(" limit 1"))
			.toList());
		return this.jdbc.sql(heads.sql())
			.params(heads.values())
			.query((row, index) -> new Head(ALL.get(row.getInt("in_band")), order.place(row)))
			.list()
			.stream()
			.sorted(Comparator.comparing(Head::first, order.places()))
			.toList();
	}

	/** All bands, by name. */
	List<Place> walk(ListRequest request) {
		return places(request,
				SqlText
					.of("select name_key as sort_key, object_id, key_id from inventory_credential where tenant = ?",
							request.tenant())
					.then(request.order().after(request.after()))
					.then(passing(request))
					.then(request.order().by("tenant", "name_key", "object_id", "key_id")));
	}

	/** One band, by end. */
	List<Place> walk(ListRequest request, Band band) {
		return places(request, SqlText
			.of("select ends_at as sort_key, object_id, key_id from inventory_credential where tenant = ? and band = ?",
					request.tenant(), band.ordinal())
			.then(request.order().after(request.after(), band))
			.then(passing(request))
			.then(request.order().by("tenant", "band", "ends_at", "object_id", "key_id")));
	}

	/**
	 * Sorts all that fit. One selection for each band and facet, because neither database
	 * reliably looks a list of them up in an index; and the place in a "case", because H2
	 * would rather look that up.
	 */
	List<Place> collect(ListRequest request, Shares shares) {
		List<SqlText> cells = new ArrayList<>();
		shares.perBand()
			.forEach((band, share) -> share.facets()
				.forEach((facet) -> cells.add(SqlText.of(
						"select " + request.order().column()
								+ " as sort_key, object_id, key_id from inventory_credential"
								+ " where tenant = ? and band = ? and facet = ?",
						request.tenant(), band.ordinal(), facet))));
		return places(request,
				SqlText.of("select x.sort_key, x.object_id, x.key_id from (")
					.then(SqlText.joined(cells, "\nunion all "))
					.then(") x where 1 = 1")
					.then(request.order().passed(request.after()))
					.then(request.order().by("sort_key", "object_id", "key_id")));
	}

	/**
	 * Sorts all of these objects, a few at a time: PostgreSQL would rather read
	 * everything than look many up. It would also rather read all that comes after the
	 * place from an index, which is why that is a condition of what has been found.
	 */
	List<Place> among(ListRequest request, Collection<UUID> objects) {
		List<UUID> all = List.copyOf(objects);
		int some = Math.max(SOME, all.size() / MOST_PARTS + 1);
		List<SqlText> parts = new ArrayList<>();
		for (int from = 0; from < all.size(); from += some) {
			parts.add(part(request, all.subList(from, Math.min(from + some, all.size()))));
		}
		return parts.isEmpty() ? List.of()
				: places(request,
						SqlText.of("select x.sort_key, x.object_id, x.key_id from (")
							.then(SqlText.joined(parts, "\nunion all "))
							.then(") x where 1 = 1")
							.then(request.order().passed(request.after()))
							.then(request.order().by("sort_key", "object_id", "key_id")));
	}

	private static SqlText part(ListRequest request, List<UUID> objects) {
		CredentialFilter filter = request.filter();
		SqlText sql = SqlText.of("select c." + request.order().column() + " as sort_key, c.object_id, c.key_id from ")
			.then(SqlText.objects(request.tenant(), objects))
			.then(" join inventory_credential c on c.tenant = k.tenant and c.object_id = k.object_id where 1 = 1");
		if (!filter.bands().isEmpty()) {
			sql = sql.then(" and c.band + 0 in " + ordinals(filter));
		}
		String facets = Facet.fitting(filter, "c.facet");
		if (!facets.isEmpty()) {
			sql = sql.then(" and " + facets);
		}
		if (request.text().id().isPresent()) {
			sql = sql.then(request.text().matching(request.tenant(), "c."));
		}
		return sql;
	}

	/**
	 * Passes over what does not fit. In a "case" the databases see no condition that they
	 * would rather look up in another index than read in order.
	 */
	private static SqlText passing(ListRequest request) {
		List<String> conditions = new ArrayList<>();
		if (request.order().byName() && !request.filter().bands().isEmpty()) {
			conditions.add("band in " + ordinals(request.filter()));
		}
		String facets = Facet.fitting(request.filter(), "facet");
		if (!facets.isEmpty()) {
			conditions.add(facets);
		}
		return conditions.isEmpty() ? SqlText.NOTHING
				: SqlText.of(" and case when " + String.join(" and ", conditions) + " then 1 else 0 end > 0");
	}

	private static String ordinals(CredentialFilter filter) {
		return SqlText.list(filter.bands().stream().map(Enum::ordinal).toList());
	}

	private List<Place> places(ListRequest request, SqlText sql) {
		SqlText limited = sql.then(" limit ?", request.limit());
		return this.jdbc.sql(limited.sql())
			.params(limited.values())
			.query((row, index) -> request.order().place(row))
			.list();
	}

	/** Where a band begins. */
	record Head(Band band, Place first) {
	}

}
