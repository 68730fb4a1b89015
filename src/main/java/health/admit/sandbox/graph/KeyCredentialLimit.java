package health.admit.sandbox.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Graph allows a tenant 150 requests a minute that select the certificates of
 * applications.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/application-list">list
 * applications</a>
 */
@Component
public class KeyCredentialLimit {

	private static final Duration WINDOW = Duration.ofMinutes(1);

	private final int usual;

	private final Clock clock;

	private final Deque<Instant> requests = new ArrayDeque<>();

	private int most;

	/**
	 * @param usual requests a minute; 0 for any number
	 */
	KeyCredentialLimit(@Value("${admit.sandbox.key-credential-requests:150}") int usual, Clock clock) {
		this.usual = usual;
		this.most = usual;
		this.clock = clock;
	}

	/**
	 * Allows another number of requests a minute from now on; 0 for any number.
	 */
	public synchronized void set(int requestsPerMinute) {
		this.most = requestsPerMinute;
		this.requests.clear();
	}

	/** As it was at the start. */
	public void reset() {
		set(this.usual);
	}

	/** Counts a request, or refuses it when there were too many. */
	synchronized void count(Query query) {
		if (this.most <= 0 || !query.select().contains("keyCredentials")) {
			return;
		}
		Instant now = this.clock.instant();
		this.requests.removeIf((each) -> !each.plus(WINDOW).isAfter(now) || each.isAfter(now));
		if (this.requests.size() >= this.most) {
			Duration wait = Duration.between(now, this.requests.getFirst().plus(WINDOW));
			throw GraphProblem.throttled((int) wait.toSeconds() + 1);
		}
		this.requests.addLast(now);
	}

}
