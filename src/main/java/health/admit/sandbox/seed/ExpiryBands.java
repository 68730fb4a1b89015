package health.admit.sandbox.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When seeded credentials end: some in each band, from long expired to years ahead.
 */
final class ExpiryBands {

	private static final List<Integer> DAYS = List.of(-400, -90, -20, -3, 0, 1, 4, 10, 20, 28, 45, 75, 120, 170, 300,
			360, 500, 700);

	private ExpiryBands() {
	}

	/** One after the other for the first ones, so that a small tenant has every band. */
	static Instant end(int index, Instant now, SplittableRandom random) {
		int days = DAYS.get((index < DAYS.size() * 2) ? index % DAYS.size() : random.nextInt(DAYS.size()));
		return now.plus(Duration.ofDays(days)).plusSeconds(3600 + random.nextInt(40_000));
	}

	static int bands() {
		return DAYS.size();
	}

}
