package health.admit.portal.inventory;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many credentials there are of each facet, band and month.
 */
record Tally(List<Cell> cells) {

	private static final int HUNDRED = 100;

	BandCounts counts(CredentialFilter filter) {
		Map<Band, Long> perBand = new EnumMap<>(Band.class);
		long tooLong = 0;
		for (Cell cell : this.cells) {
			Facet facet = Facet.of(cell.facet());
			if (facet.fits(filter)) {
				perBand.merge(cell.band(), cell.credentials(), Long::sum);
				tooLong += facet.tooLong() ? cell.credentials() : 0;
			}
		}
		for (Band band : Band.values()) {
			perBand.putIfAbsent(band, 0L);
		}
		return new BandCounts(perBand, tooLong);
	}

	List<MonthCount> months(CredentialFilter filter) {
		Map<Integer, Long> perMonth = new TreeMap<>();
		for (Cell cell : this.cells) {
			if (cell.month() > 0 && cell.credentials() > 0 && fits(cell, filter)) {
				perMonth.merge(cell.month(), cell.credentials(), Long::sum);
			}
		}
		List<MonthCount> months = new ArrayList<>();
		perMonth.forEach((month, credentials) -> months
			.add(new MonthCount(YearMonth.of(month / HUNDRED, month % HUNDRED), credentials)));
		return months;
	}

	private static boolean fits(Cell cell, CredentialFilter filter) {
		return (filter.bands().isEmpty() || filter.bands().contains(cell.band()))
				&& Facet.of(cell.facet()).fits(filter);
	}

	/**
	 * Credentials that have this in common.
	 *
	 * @param month yyyymm; 0 for none
	 */
	record Cell(int facet, Band band, int month, long credentials) {
	}

}
