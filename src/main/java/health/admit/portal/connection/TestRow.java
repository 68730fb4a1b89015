package health.admit.portal.connection;

import java.time.Instant;
import java.util.UUID;

/**
 * A test as it is stored.
 *
 * @param operator object id of the person it belongs to
 * @param address of the service
 * @param revision counts the changes of the report
 * @param aliveUntil when its node has to have been heard of again
 */
record TestRow(UUID id, UUID tenant, UUID operator, UUID client, String address, Way way, Need need, Report report,
		int revision, Instant startedAt, Instant aliveUntil) {

	/** The report, with the word that a node is gone which nobody heard of. */
	Report reportAt(Instant now) {
		boolean lost = this.report.phase() == Phase.RUNNING && this.aliveUntil.isBefore(now);
		return lost ? this.report.with(Phase.LOST) : this.report;
	}

}
