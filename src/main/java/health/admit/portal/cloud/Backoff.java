package health.admit.portal.cloud;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

/**
 * How long to pause between tries of a read.
 *
 * @param tries tries in all
 * @param first pause after the first try, doubled each time
 * @param longest the longest pause worth making
 * @param within no further try starts later than this after the first
 * @param jitter a number from 0 to 1 that spreads the tries of many callers
 */
public record Backoff(int tries, Duration first, Duration longest, Duration within, DoubleSupplier jitter) {

	/**
	 * The pause before the next try; empty when there should be none.
	 * @param failed how many tries have failed, from 1
	 * @param elapsed time since the first try began
	 * @param asked what the service asked for
	 */
	public Optional<Duration> after(int failed, Duration elapsed, @Nullable Duration asked) {
		if (failed >= this.tries) {
			return Optional.empty();
		}
		Duration pause = (asked != null) ? asked : own(failed);
		boolean worthIt = pause.compareTo(this.longest) <= 0 && elapsed.plus(pause).compareTo(this.within) <= 0;
		return worthIt ? Optional.of(pause) : Optional.empty();
	}

	private Duration own(int failed) {
		Duration doubled = this.first.multipliedBy(1L << Math.min(failed - 1, 20));
		long spread = (long) (doubled.toMillis() * (0.5 + this.jitter.getAsDouble()));
		Duration pause = Duration.ofMillis(spread);
		return (pause.compareTo(this.longest) < 0) ? pause : this.longest;
	}

}
