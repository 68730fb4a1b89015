package health.admit.portal.inventory;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import health.admit.portal.directory.DirectoryUnavailable;

/**
 * Asks Graph again, with longer and longer pauses, while it is busy or away.
 */
final class Patience {

	static final int TRIES = 10;

	private static final Duration FIRST = Duration.ofSeconds(5);

	private static final Duration LONGEST = Duration.ofMinutes(2);

	private final Waiting waiting;

	Patience(Waiting waiting) {
		this.waiting = waiting;
	}

	/**
	 * Asks up to ten times.
	 * @param before told of each pause before it begins
	 * @throws DirectoryUnavailable when Graph is still away
	 */
	<T> T ask(Supplier<T> question, Consumer<Pause> before) {
		for (int failed = 1;; failed++) {
			this.waiting.check();
			try {
				return question.get();
			}
			catch (DirectoryUnavailable ex) {
				if (failed == TRIES) {
					throw ex;
				}
				Duration time = pause(failed, ex);
				before.accept(new Pause(time, ex));
				this.waiting.pause(time);
			}
		}
	}

	static Duration pause(int failed, DirectoryUnavailable ex) {
		Duration asked = ex.retryAfter();
		Duration own = FIRST.multipliedBy(1L << Math.min(failed - 1, 10));
		Duration pause = (asked != null) ? asked : own;
		return (pause.compareTo(LONGEST) < 0) ? pause : LONGEST;
	}

	/**
	 * A pause and why.
	 */
	record Pause(Duration time, DirectoryUnavailable cause) {
	}

}
