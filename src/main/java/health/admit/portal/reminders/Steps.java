package health.admit.portal.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many days before an end there is mail.
 *
 * @param days nearest first
 */
record Steps(List<Integer> days) {

	Steps {
		days = days.stream().filter((step) -> step > 0).distinct().sorted().toList();
	}

	/**
	 * The nearest step that has been reached: the ones it stands behind, if the portal
	 * was off, are passed over.
	 * @return empty before the first step and after the end
	 */
	OptionalInt reached(Instant ends, Instant now) {
		if (!ends.isAfter(now)) {
			return OptionalInt.empty();
		}
		return this.days.stream()
			.mapToInt(Integer::intValue)
			.filter((step) -> !ends.isAfter(now.plus(Duration.ofDays(step))))
			.findFirst();
	}

	/** The moment before which ends may be near enough. */
	Instant horizon(Instant now) {
		return now.plus(Duration.ofDays(this.days.isEmpty() ? 0 : this.days.get(this.days.size() - 1)));
	}

}
