package health.admit.portal.credentials;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Throws away sealed secrets that nobody looked at in time. An envelope counts as expired
 * from the very second; this only empties it. Any number of nodes may do so.
 */
@Component
class EnvelopeExpiry {

	private static final Logger log = LoggerFactory.getLogger(EnvelopeExpiry.class);

	private final EnvelopeStore store;

	private final Clock clock;

	EnvelopeExpiry(EnvelopeStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
	void run() {
		int expired = this.store.expire(this.clock.instant());
		if (expired > 0) {
			log.info("{} unread client secrets were thrown away", expired);
		}
	}

}
