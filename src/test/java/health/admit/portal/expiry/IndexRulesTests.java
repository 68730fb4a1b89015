package health.admit.portal.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
		assertThat(gone(WorkState.DONE, true, List.of(SUCCESSOR))).isEmpty();
	}

	@Test
	void workEndsWithItsApplication() {
		assertThat(gone(WorkState.CLAIMED, false, List.of())).hasValue(WorkEvent.CLOSED_GONE);
	}

	@Test
	void workWhoseCredentialVanishedWithoutASuccessorStaysToBeLookedAt() {
		assertThat(gone(WorkState.CLAIMED, true, List.of())).hasValue(WorkEvent.LOST);
		assertThat(gone(WorkState.CLAIMED, true, List.of(SHORTER))).hasValue(WorkEvent.LOST);
		WorkItem lost = item(WorkState.CLAIMED, NOW).lost(NOW);
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
