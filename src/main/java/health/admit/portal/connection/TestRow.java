package health.admit.portal.connection;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A test as it is stored.
 *
 * @param operator object id of the person it belongs to
 * @param address of the service
 * @param redirectUri where a sign-in brought its code; null where there was none
 * @param revision counts the changes of the report
 * @param aliveUntil when its node has to have been heard of again
 */
record TestRow(UUID id, UUID tenant, UUID operator, UUID client, String address, Way way, Need need,
		@Nullable String redirectUri, Report report, int revision, Instant startedAt, Instant aliveUntil) {

	/** The report, with the word that a node is gone which nobody heard of. */
	Report reportAt(Instant now) {
		boolean lost = this.report.phase() == Phase.RUNNING && this.aliveUntil.isBefore(now);
		return lost ? this.report.with(Phase.LOST) : this.report;
	}

}
