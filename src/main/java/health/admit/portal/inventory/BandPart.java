package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import health.admit.portal.inventory.Tally.Share;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of one band that fit, in order, as a selection of
 * {@code band, sort_key, object_id, key_id}.
 *
 * @param mayMiss whether it looks at so many rows only: when it finds fewer than wanted,
 * there may be more
 */
record BandPart(Band band, SqlText sql, boolean mayMiss) {

	/** No walk looks at more rows than this. */
	static final int LONGEST_WALK = 20_000;

	/** So many rows can be passed over in the time that one more range takes. */
	private static final int ROWS_PER_RANGE = 60;

	private static final int SPARE = 3;

	/**
	 * The cheapest way that will do.
	 * @param share null when everything of the band fits
	 * @param found how large a part of the objects has the words, over 0 to 1
	 * @param sure whether it must find all there are
	 */
	static BandPart of(ListRequest request, Band band, @Nullable Share share, double found, boolean sure) {
		boolean text = !request.text().empty();
		if (share == null || (share.fitting() == share.all() && !text)) {
			return whole(request, band);
		}
		double rows = request.limit() * (double) share.all() / share.fitting() / found;
		if (sure || rows > LONGEST_WALK || rows > (double) share.facets().size() * ROWS_PER_RANGE) {
			return ranges(request, band, share.facets());
		}
		return walk(request, band, share.facets(), (int) (SPARE * rows) + request.limit());
	}

	private static BandPart whole(ListRequest request, Band band) {
		SqlText sql = request
			.range(SqlText.of(columns(request, band) + " from inventory_credential where tenant = ? and band = ?",
					request.tenant(), band.ordinal()), SqlText.NOTHING, "tenant", "band")
			.then(" limit ?", request.limit());
		return new BandPart(band, sql, false);
	}

	private static BandPart walk(ListRequest request, Band band, Collection<Integer> facets, int rows) {
		SqlText rowsInOrder = request.range(
				SqlText.of(columns(request, band) + ", facet from inventory_credential where tenant = ? and band = ?",
						request.tenant(), band.ordinal()),
				SqlText.NOTHING, "tenant", "band")
			.then(" limit ?", rows);
		SqlText sql = SqlText.of("select x.band, x.sort_key, x.object_id, x.key_id from (")
			.then(rowsInOrder)
			.then(") x where x.facet in " + SqlText.list(facets))
			.then(request.text().matching(request.tenant(), "x."))
			.then(request.order().by("sort_key", "object_id", "key_id"))
			.then(" limit ?", request.limit());
		return new BandPart(band, sql, true);
	}

	private static BandPart ranges(ListRequest request, Band band, Collection<Integer> facets) {
		List<SqlText> ranges = new ArrayList<>();
		for (int facet : facets) {
			ranges.add(request
				.range(SqlText.of(
						columns(request, band)
								+ " from inventory_credential where tenant = ? and band = ? and facet = ?",
						request.tenant(), band.ordinal(), facet),
						request.text().matching(request.tenant(), "inventory_credential."), "tenant", "band", "facet")
				.then(" limit ?", request.limit()));
		}
		SqlText sql = SqlText.of("select y.band, y.sort_key, y.object_id, y.key_id from (")
			.then(SqlText.union(ranges))
			.then(") y")
			.then(request.order().by("sort_key", "object_id", "key_id"))
			.then(" limit ?", request.limit());
		return new BandPart(band, sql, false);
	}

	private static String columns(ListRequest request, Band band) {
		return "select " + band.ordinal() + " as band, " + request.order().column() + " as sort_key, object_id, key_id";
	}

}
