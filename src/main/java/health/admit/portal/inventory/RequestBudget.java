package health.admit.portal.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps to the 150 requests a minute that Graph allows each tenant while credentials of
 * type certificate are selected.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/application-list">list
 * applications</a>
 */
final class RequestBudget {

	static final int REQUESTS = 150;

	static final Duration WINDOW = Duration.ofMinutes(1);

	private final Deque<Instant> sent = new ArrayDeque<>();

	private final Clock clock;

	private final Waiting waiting;

	RequestBudget(Clock clock, Waiting waiting) {
		this.clock = clock;
		this.waiting = waiting;
	}

	/** Waits until one more request fits. */
	synchronized void spend() {
		Instant now = this.clock.instant();
		if (this.sent.size() == REQUESTS) {
			Instant free = this.sent.removeFirst().plus(WINDOW);
			if (free.isAfter(now)) {
				this.waiting.pause(Duration.between(now, free).plusMillis(1));
				now = this.clock.instant();
			}
		}
		this.sent.addLast(now);
	}

}
