package health.admit.portal.inventory;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Moves what the passing of time alone has changed: bands, coverage, live secrets. Cheap
 * when nothing has; any number of nodes may do so.
 */
@Component
class BandRoll {

	private static final Logger logger = LoggerFactory.getLogger(BandRoll.class);

	private final Holds holds;

	private final Index index;

	private final Readings readings;

	BandRoll(Holds holds, Index index, Readings readings) {
		this.holds = holds;
		this.index = index;
		this.readings = readings;
	}

	@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
	void rollAll() {
		for (UUID tenant : this.readings.tenants()) {
			try {
				roll(tenant);
			}
			catch (QueryTimeoutException ex) {
				logger.info("The index of tenant {} is being written; bands move in a minute", tenant);
			}
			catch (DataAccessException ex) {
				logger.warn("Cannot move credentials of tenant {} between bands", tenant, ex);
			}
		}
	}

	/** Some objects a transaction, so that nobody waits long. */
	void roll(UUID tenant) {
		int moved = Index.SOME;
		while (moved == Index.SOME) {
			moved = this.holds.locked(tenant, () -> this.index.roll(tenant));
		}
	}

}
