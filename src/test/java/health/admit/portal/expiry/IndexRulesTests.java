package health.admit.portal.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.WorkState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IndexRulesTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	private static final Instant SOON = NOW.plus(Duration.ofDays(5));

	private static final CredentialRow SUCCESSOR = Rows.secret(Rows.OTHER, NOW.plus(Duration.ofDays(300)), NOW);

	private static final CredentialRow SHORTER = Rows.secret(Rows.OTHER, NOW.plus(Duration.ofDays(2)), NOW);

	@Test
	void workEndsWhenTheCredentialIsGoneAndALongerOneIsThere() {
		for (WorkState state : List.of(WorkState.OPEN, WorkState.CLAIMED, WorkState.SNOOZED)) {
			assertThat(gone(state, true, List.of(SUCCESSOR))).hasValue(WorkEvent.CLOSED_REPLACED);
		}
		assertThat(gone(WorkState.DONE, true, List.of(SUCCESSOR))).hasValue(WorkEvent.FOUND_REPLACED);
	}

	@Test
	void workEndsWithItsApplication() {
		assertThat(gone(WorkState.CLAIMED, false, List.of())).hasValue(WorkEvent.CLOSED_GONE);
	}

	@Test
	void workWhoseCredentialVanishedWithoutASuccessorStaysToBeLookedAt() {
		assertThat(gone(WorkState.CLAIMED, true, List.of())).hasValue(WorkEvent.LOST);
		assertThat(gone(WorkState.CLAIMED, true, List.of(SHORTER))).hasValue(WorkEvent.LOST);
		WorkItem lost = item(WorkState.CLAIMED, NOW).absent(Absence.NONE.lost(NOW));
		assertThat(IndexRules.apply(lost, null, true, List.of(), NOW)).isEmpty();
		assertThat(IndexRules.apply(lost, null, true, List.of(SUCCESSOR), NOW)).isPresent();
		assertThat(event(IndexRules.apply(lost, Rows.secret(Rows.KEY, SOON, NOW), true, List.of(), NOW)))
			.hasValue(WorkEvent.BACK);
	}

	@Test
	void whatIsDoneOpensAgainWhenNothingTookItsPlace() {
		assertThat(
				event(IndexRules.apply(item(WorkState.DONE, NOW.minusSeconds(60)), there(false), true, List.of(), NOW)))
			.hasValue(WorkEvent.REOPENED_BY_INDEX);
		assertThat(IndexRules.apply(item(WorkState.DONE, NOW.minusSeconds(60)), there(true), true, List.of(), NOW))
			.isEmpty();
		// Done after the index was read: what was done may not be in it yet.
		assertThat(IndexRules.apply(item(WorkState.DONE, NOW.plusSeconds(1)), there(false), true, List.of(), NOW))
			.isEmpty();
	}

	@Test
	void whatWasReplacedOpensAgainWhenItsSuccessorIsGoneAsWell() {
		for (WorkState state : List.of(WorkState.CLAIMED, WorkState.DONE)) {
			WorkItem closed = IndexRules.apply(item(state, NOW), null, true, List.of(SUCCESSOR), NOW)
				.orElseThrow()
				.item();
			assertThat(closed.state()).isEqualTo(WorkState.DONE);
			assertThat(IndexRules.apply(closed, null, true, List.of(SUCCESSOR), NOW)).isEmpty();
			assertThat(IndexRules.apply(closed, null, false, List.of(), NOW)).isEmpty();
			WorkRules.Step opened = IndexRules.apply(closed, null, true, List.of(SHORTER), NOW.plusSeconds(60))
				.orElseThrow();
			assertThat(opened.event()).isEqualTo(WorkEvent.REOPENED_UNREPLACED);
			assertThat(opened.item().state()).isEqualTo(WorkState.OPEN);
			assertThat(opened.item().absence()).isEqualTo(new Absence(NOW, NOW.plusSeconds(60), false));
		}
	}

	@Test
	void aSuccessorThatHasEndedSinceIsWorkOfItsOwn() {
		WorkItem closed = IndexRules.apply(item(WorkState.CLAIMED, NOW), null, true, List.of(SUCCESSOR), NOW)
			.orElseThrow()
			.item();
		assertThat(IndexRules.apply(closed, null, true, List.of(SUCCESSOR), NOW.plus(Duration.ofDays(400)))).isEmpty();
	}

	@Test
	void whoSaysThatNothingHasToTakeItsPlaceIsBelieved() {
		WorkRules.Step gone = IndexRules.apply(item(WorkState.DONE, NOW), null, true, List.of(), NOW).orElseThrow();
		assertThat(gone.event()).isEqualTo(WorkEvent.FOUND_GONE);
		assertThat(gone.item().settled()).isTrue();
		assertThat(IndexRules.apply(gone.item(), null, true, List.of(), NOW)).isEmpty();
		WorkItem closed = IndexRules.apply(item(WorkState.CLAIMED, NOW), null, true, List.of(SUCCESSOR), NOW)
			.orElseThrow()
			.item();
		WorkItem reopened = IndexRules.apply(closed, null, true, List.of(), NOW).orElseThrow().item();
		WorkItem retired = WorkRules
			.apply(reopened, new WorkRequest(WorkAction.DONE, "retired", null), UUID.randomUUID())
			.orElseThrow()
			.item();
		assertThat(IndexRules.apply(retired, null, true, List.of(), NOW)).isEmpty();
	}

	@Test
	void whatIsDoneAndComesBackIsJudgedAnew() {
		WorkItem gone = item(WorkState.DONE, NOW.minusSeconds(60)).absent(Absence.NONE.closed(NOW, true));
		assertThat(event(IndexRules.apply(gone, there(true), true, List.of(), NOW))).hasValue(WorkEvent.BACK);
		WorkRules.Step opened = IndexRules.apply(gone, there(false), true, List.of(), NOW).orElseThrow();
		assertThat(opened.event()).isEqualTo(WorkEvent.REOPENED_BY_INDEX);
		assertThat(opened.item().absence()).isEqualTo(Absence.NONE);
	}

	@Test
	void workOnWhatIsThereGoesOn() {
		assertThat(IndexRules.apply(item(WorkState.CLAIMED, NOW.minusSeconds(60)), there(false), true, List.of(), NOW))
			.isEmpty();
	}

	@Test
	void trustInAnotherIssuerReplacesNoSecret() {
		CredentialRow secret = Rows.secret(Rows.OTHER, NOW.plusSeconds(86_400_000), NOW);
		CredentialRow trust = new CredentialRow(secret.key(), secret.source(), secret.appId(), secret.name(),
				CredentialKind.FEDERATED, "deploy", null, null, null, null, Band.NO_END, false, false, secret.owners(),
				secret.work(), null);
		assertThat(gone(WorkState.CLAIMED, true, List.of(secret))).contains(WorkEvent.CLOSED_REPLACED);
		assertThat(gone(WorkState.CLAIMED, true, List.of(trust))).contains(WorkEvent.LOST);
	}

	private static CredentialRow there(boolean covered) {
		return Rows.row(Rows.KEY, "Imaging viewer", SOON, NOW, covered, OwnerState.GOOD, WorkState.OPEN);
	}

	private static Optional<WorkEvent> gone(WorkState state, boolean applicationThere, List<CredentialRow> others) {
		return event(IndexRules.apply(item(state, NOW.minusSeconds(60)), null, applicationThere, others, NOW));
	}

	private static Optional<WorkEvent> event(Optional<WorkRules.Step> step) {
		return step.map(WorkRules.Step::event);
	}

	private static WorkItem item(WorkState state, Instant changedAt) {
		return Rows.item(state, null, SOON, changedAt);
	}

}
