package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import health.admit.portal.inventory.Tally.Cell;

/**
 * Which part of each band fits a filter.
 *
 * @param total credentials of the tenant, whatever the band
 */
record Shares(Map<Band, Share> perBand, long total) {

	/** Everything in these bands, without having counted it. */
	static Shares everything(Set<Band> bands) {
		Map<Band, Share> perBand = new EnumMap<>(Band.class);
		bands.forEach((band) -> perBand.put(band, new Share(1, 1, List.of())));
		return new Shares(perBand, perBand.size());
	}

	/**
	 * What fits, leaving out bands in which nothing does.
	 * @param counted every facet and band that occurs, without months
	 */
	static Shares of(Collection<Cell> counted, CredentialFilter filter) {
		Map<Band, Long> all = new EnumMap<>(Band.class);
		Map<Band, List<Cell>> fitting = new EnumMap<>(Band.class);
		for (Cell cell : counted) {
			if (cell.credentials() > 0 && (filter.bands().isEmpty() || filter.bands().contains(cell.band()))) {
				all.merge(cell.band(), cell.credentials(), Long::sum);
				if (Facet.of(cell.facet()).fits(filter)) {
					fitting.computeIfAbsent(cell.band(), (band) -> new ArrayList<>()).add(cell);
				}
			}
		}
		Map<Band, Share> perBand = new EnumMap<>(Band.class);
		fitting.forEach((band, cells) -> perBand.put(band,
				new Share(all.getOrDefault(band, 0L), cells.stream().mapToLong(Cell::credentials).sum(),
						cells.stream().map(Cell::facet).distinct().toList())));
		return new Shares(perBand, counted.stream().mapToLong(Cell::credentials).sum());
	}

	/** One band of these. */
	Shares in(Band band) {
		Share share = this.perBand.get(band);
		return new Shares((share != null) ? Map.of(band, share) : Map.of(), this.total);
	}

	/** Credentials of the bands in which anything fits. */
	long all() {
		return this.perBand.values().stream().mapToLong(Share::all).sum();
	}

	long fitting() {
		return this.perBand.values().stream().mapToLong(Share::fitting).sum();
	}

	/**
	 * A part of a band.
	 *
	 * @param all credentials of the band
	 * @param fitting those that fit
	 * @param facets of those that fit
	 */
	record Share(long all, long fitting, List<Integer> facets) {
	}

}
