package health.admit.portal.operation;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How long and how often to wait for each cause. The windows follow what Entra was seen
 * to need.
 */
final class Backoff {

	static final String UNANSWERED = "operation.wait.unanswered";

	static final String BEFORE_SECRET = "operation.wait.before-secret";

	static final String LOOKING = "operation.wait.looking";

	static final String SETTLING = "operation.wait.settling";

	static final String VISIBLE = "operation.wait.visible";

	static final String UNRECORDED = "operation.wait.unrecorded";

	static final int TRIES = 36;

	/** A service may ask for longer; nobody should have to wait for it unseen. */
	private static final Duration LONGEST = Duration.ofHours(1);

	private static final Map<String, Integer> LIMITS = Map.of("operation.wait.concurrency", 5,
			"operation.wait.replication-short", 12);

	private Backoff() {
	}

	/**
	 * How often a step may be tried for this cause.
	 */
	static int triesAtMost(String cause) {
		return LIMITS.getOrDefault(cause, TRIES);
	}

	/**
	 * The wait before the next try.
	 * @param cause message key of the cause
	 * @param tries how many tries failed for it, from 1
	 * @param asked what the service asked for
	 */
	static Duration before(String cause, int tries, @Nullable Duration asked) {
		Duration own = own(cause, tries);
		if (asked == null || asked.compareTo(own) < 0) {
			return (asked == null || asked.isZero() || asked.isNegative()) ? own : asked;
		}
		return (asked.compareTo(LONGEST) > 0) ? LONGEST : asked;
	}

	private static Duration own(String cause, int tries) {
		return switch (cause) {
			case "operation.wait.replication" -> Duration.ofSeconds((tries <= 4) ? 2 : (tries <= 12) ? 5 : 20);
			case "operation.wait.replication-short" -> Duration.ofSeconds(5);
			case "operation.wait.concurrency" -> doubling(tries, 8);
			default -> doubling(tries, 30);
		};
	}

	private static Duration doubling(int tries, int most) {
		return Duration.ofSeconds(Math.min(1L << Math.min(tries - 1, 10), most));
	}

}
