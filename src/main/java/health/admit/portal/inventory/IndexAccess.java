package health.admit.portal.inventory;

import java.time.Clock;
import java.util.concurrent.Executor;

import org.springframework.stereotype.Component;

/**
 * What a reading needs of the database.
 */
@Component
record IndexAccess(Holds holds, Index index, Sheets sheets, Readings readings, Freshnesses freshnesses, BandRoll roll) {

	SourceReading reading(Hold hold, SourceScan scan, Waiting waiting, Executor ahead, Clock clock) {
		return new SourceReading(hold, scan, this, waiting, ahead, clock);
	}

}
