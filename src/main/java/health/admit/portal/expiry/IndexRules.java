package health.admit.portal.expiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import health.admit.portal.inventory.CredentialKind;
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
		boolean replaced = applicationThere && others.stream().anyMatch((other) -> replaces(other, item, asOf));
		if (item.state() == WorkState.DONE) {
			return done(item, replaced, applicationThere, others, asOf);
		}
		if (!applicationThere) {
			return Optional.of(closed(item, WorkEvent.CLOSED_GONE, asOf));
		}
		if (replaced) {
			return Optional.of(closed(item, WorkEvent.CLOSED_REPLACED, asOf));
		}
		return (item.absence().lostAt() != null) ? Optional.empty()
				: Optional.of(WorkRules.Step.of(item.absent(item.absence().lost(asOf)), WorkEvent.LOST));
	}

	/**
	 * What was done after the reading began is judged by the next one.
	 */
	private static Optional<WorkRules.Step> there(WorkItem item, CredentialRow row, Instant asOf) {
		if (item.state() == WorkState.DONE && !row.covered() && item.changedAt().isBefore(asOf)) {
			return Optional
				.of(WorkRules.Step.of(item.in(item.awake()).absent(Absence.NONE), WorkEvent.REOPENED_BY_INDEX));
		}
		return (item.absence().since() != null)
				? Optional.of(WorkRules.Step.of(item.absent(Absence.NONE), WorkEvent.BACK)) : Optional.empty();
	}

	/**
	 * Whoever retires a credential says done and leaves nothing in its place, which is
	 * taken at their word. Where something took its place, it has to stay.
	 */
	private static Optional<WorkRules.Step> done(WorkItem item, boolean replaced, boolean applicationThere,
			List<CredentialRow> others, Instant asOf) {
		if (item.absence().since() == null) {
			return Optional.of(WorkRules.Step.of(item.absent(item.absence().closed(asOf, replaced)),
					replaced ? WorkEvent.FOUND_REPLACED : WorkEvent.FOUND_GONE));
		}
		boolean bare = item.absence().replaced() && applicationThere
				&& others.stream().noneMatch((other) -> outlasts(other, item));
		return bare ? Optional.of(WorkRules.Step.of(item.in(item.awake()).absent(item.absence().lost(asOf)),
				WorkEvent.REOPENED_UNREPLACED)) : Optional.empty();
	}

	private static WorkRules.Step closed(WorkItem item, WorkEvent why, Instant asOf) {
		return WorkRules.Step
			.of(item.in(WorkState.DONE).absent(item.absence().closed(asOf, why == WorkEvent.CLOSED_REPLACED)), why);
	}

	/** Whether a credential is live and lasts longer than the one that is gone. */
	static boolean replaces(CredentialRow other, WorkItem item, Instant now) {
		return !other.key().equals(item.key()) && other.takesOver(null, item.ends(), now);
	}

	/**
	 * Whether a credential lasts longer than the one that is gone, or did: one that took
	 * its place and has ended since is work of its own.
	 */
	private static boolean outlasts(CredentialRow other, WorkItem item) {
		return other.kind() != CredentialKind.FEDERATED
				&& (other.ends() == null || item.ends() == null || other.ends().isAfter(item.ends()));
	}

}
