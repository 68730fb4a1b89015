package health.admit.portal.connection;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes tests after a day. A test cannot be looked at from the very second; this only
 * makes room. Any number of nodes may do so.
 */
@Component
class TestExpiry {

	private static final Logger log = LoggerFactory.getLogger(TestExpiry.class);

	private final TestRows rows;

	TestExpiry(TestRows rows) {
		this.rows = rows;
	}

	@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
	void run() {
		int forgotten = this.rows.forget();
		if (forgotten > 0) {
			log.info("{} connection tests of more than a day ago were deleted", forgotten);
		}
	}

}
