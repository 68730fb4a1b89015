package health.admit.portal.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.inventory.WorkState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkRulesTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	private static final Instant LATER = NOW.plus(Duration.ofDays(20));

	private static final UUID HANA = UUID.randomUUID();

	private static final UUID TOM = UUID.randomUUID();

	@Test
	void whoClaimsTakesOverAndGivesBack() {
		WorkItem claimed = apply(item(WorkState.OPEN, null), WorkAction.CLAIM, TOM).orElseThrow();
		assertThat(claimed.state()).isEqualTo(WorkState.CLAIMED);
		assertThat(claimed.assignee()).isEqualTo(TOM);
		assertThat(apply(claimed, WorkAction.CLAIM, TOM)).isEmpty();
		assertThat(apply(claimed, WorkAction.CLAIM, HANA).orElseThrow().assignee()).isEqualTo(HANA);
		WorkItem back = apply(claimed, WorkAction.GIVE_BACK, TOM).orElseThrow();
		assertThat(back.state()).isEqualTo(WorkState.OPEN);
		assertThat(back.assignee()).isNull();
	}

	@Test
	void whatWasPutOffIsClaimedByTheSamePersonWhenTheDayComes() {
		WorkItem snoozed = WorkRules
			.apply(item(WorkState.CLAIMED, TOM), new WorkRequest(WorkAction.SNOOZE, "vendor answers in May", LATER),
					TOM)
			.orElseThrow()
			.item();
		assertThat(snoozed.at(LATER.minusMillis(1)).state()).isEqualTo(WorkState.SNOOZED);
		assertThat(snoozed.at(LATER).state()).isEqualTo(WorkState.CLAIMED);
		assertThat(snoozed.at(LATER).snoozedUntil()).isNull();
		assertThat(item(WorkState.OPEN, null).snoozed(NOW).at(NOW).state()).isEqualTo(WorkState.OPEN);
		assertThat(apply(snoozed, WorkAction.WAKE, HANA).orElseThrow().state()).isEqualTo(WorkState.CLAIMED);
	}

	@Test
	void whatIsDoneCannotBePutOffOrDoneAgain() {
		WorkItem done = item(WorkState.DONE, TOM);
		assertThat(apply(done, WorkAction.DONE, TOM)).isEmpty();
		assertThat(WorkRules.apply(done, new WorkRequest(WorkAction.SNOOZE, "x", LATER), TOM)).isEmpty();
		assertThat(apply(done, WorkAction.GIVE_BACK, TOM)).isEmpty();
		assertThat(apply(done, WorkAction.REOPEN, TOM).orElseThrow().state()).isEqualTo(WorkState.CLAIMED);
	}

	@Test
	void whatIsPutOffStaysSoInOtherHandsAndTheHistorySaysUntilWhen() {
		WorkItem snoozed = item(WorkState.OPEN, null).snoozed(LATER);
		WorkRules.Step claimed = WorkRules.apply(snoozed, WorkRequest.of(WorkAction.CLAIM), TOM).orElseThrow();
		assertThat(claimed.event()).isEqualTo(WorkEvent.CLAIMED_PUT_OFF);
		assertThat(claimed.until()).isEqualTo(LATER);
		assertThat(claimed.item().state()).isEqualTo(WorkState.SNOOZED);
		assertThat(claimed.item().snoozedUntil()).isEqualTo(LATER);
		assertThat(claimed.item().at(LATER).state()).isEqualTo(WorkState.CLAIMED);
		assertThat(claimed.item().at(LATER).assignee()).isEqualTo(TOM);
		assertThat(apply(claimed.item(), WorkAction.CLAIM, TOM)).isEmpty();
		WorkItem back = apply(claimed.item(), WorkAction.GIVE_BACK, TOM).orElseThrow();
		assertThat(back.state()).isEqualTo(WorkState.SNOOZED);
		assertThat(back.at(LATER).state()).isEqualTo(WorkState.OPEN);
	}

	@Test
	void whatIsDoneIsOpenedBeforeAnybodyClaimsIt() {
		WorkItem done = item(WorkState.DONE, TOM);
		assertThat(apply(done, WorkAction.CLAIM, HANA)).isEmpty();
		WorkItem open = apply(done, WorkAction.REOPEN, HANA).orElseThrow();
		assertThat(apply(open, WorkAction.CLAIM, HANA).orElseThrow().assignee()).isEqualTo(HANA);
	}

	private static Optional<WorkItem> apply(WorkItem item, WorkAction action, UUID person) {
		return WorkRules.apply(item, WorkRequest.of(action), person).map(WorkRules.Step::item);
	}

	private static WorkItem item(WorkState state, UUID assignee) {
		return Rows.item(state, assignee, LATER, NOW);
	}

}
