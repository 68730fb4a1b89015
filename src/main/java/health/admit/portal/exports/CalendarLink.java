package health.admit.portal.exports;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's link to the calendar feed.
 *
 * @param renewedAt when its owner was last here; from then on it works for
 * {@link #LENGTH}
 */
record CalendarLink(UUID tenant, UUID owner, Instant createdAt, Instant renewedAt) {

	static final Duration LENGTH = Duration.ofDays(180);

	public Instant ends() {
		return this.renewedAt.plus(LENGTH);
	}

}
