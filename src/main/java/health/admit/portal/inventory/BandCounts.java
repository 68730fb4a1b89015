package health.admit.portal.inventory;

import java.util.Map;
import java.util.Set;

/**
 * How many credentials are in each band under a filter, and how many of all of them live
 * longer than the policy allows.
 *
 * @param perBand an entry for every band
 */
public record BandCounts(Map<Band, Long> perBand, long tooLong) {

	public BandCounts {
		perBand = Map.copyOf(perBand);
	}

	public long of(Band band) {
		return this.perBand.getOrDefault(band, 0L);
	}

	/** In some bands; in all of them when none is named. */
	public long in(Set<Band> bands) {
		return bands.isEmpty() ? total() : bands.stream().mapToLong(this::of).sum();
	}

	public long total() {
		return this.perBand.values().stream().mapToLong(Long::longValue).sum();
	}

}
