package health.admit.portal.expiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.WorkState;
import org.jspecify.annotations.Nullable;

/**
 * What a new reading of the tenant makes of a work item.
 */
final class IndexRules {

	private IndexRules() {
	}

	/**
	 * The item after the reading; empty where it stays as it is.
	 * @param row the credential in the index; null when it is gone
	 * @param applicationThere whether the object that held it is in the index
	 * @param others all credentials of that object
	 * @param asOf the moment of which the index speaks
	 */
	static Optional<WorkRules.Step> apply(WorkItem item, @Nullable CredentialRow row, boolean applicationThere,
			List<CredentialRow> others, Instant asOf) {
		if (row != null) {
			return there(item, row, asOf);
		}
		if (item.state() == WorkState.DONE && item.lostAt() == null) {
			return Optional.empty();
		}
		if (!applicationThere) {
			return Optional.of(closed(item, WorkEvent.CLOSED_GONE));
		}
		if (others.stream().anyMatch((other) -> replaces(other, item, asOf))) {
			return Optional.of(closed(item, WorkEvent.CLOSED_REPLACED));
		}
		return (item.lostAt() != null) ? Optional.empty()
				: Optional.of(WorkRules.Step.of(item.lost(asOf), WorkEvent.LOST));
	}

	/**
	 * What was done after the reading began is judged by the next one.
	 */
	private static Optional<WorkRules.Step> there(WorkItem item, CredentialRow row, Instant asOf) {
		if (item.state() == WorkState.DONE && !row.covered() && item.changedAt().isBefore(asOf)) {
			return Optional.of(WorkRules.Step.of(item.in(item.awake()).lost(null), WorkEvent.REOPENED_BY_INDEX));
		}
		return (item.lostAt() != null) ? Optional.of(WorkRules.Step.of(item.lost(null), WorkEvent.BACK))
				: Optional.empty();
	}

	private static WorkRules.Step closed(WorkItem item, WorkEvent why) {
		return WorkRules.Step.of(item.in(WorkState.DONE).lost(null), why);
	}

	/** Whether a credential is live and lasts longer than the one that is gone. */
	static boolean replaces(CredentialRow other, WorkItem item, Instant now) {
		return !other.key().equals(item.key()) && other.takesOver(null, item.ends(), now);
	}

}
