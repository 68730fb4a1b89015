package health.admit.portal.strays;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.operation.KnownOperation;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.OperationState.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

class JudgementTests {

	private static final UUID SECRET = UUID.randomUUID();

	private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	@Test
	void whatNoJournalKnowsIsAStray() {
		assertThat(Judgement.of(SECRET, null)).isEqualTo(Judgement.UNKNOWN_OPERATION)
			.satisfies((judgement) -> assertThat(judgement.isStray()).isTrue());
	}

	@ParameterizedTest
	@EnumSource(value = Phase.class, names = { "RUNNING", "PARKED" })
	void anOperationThatIsNotDoneSettlesItself(Phase phase) {
		for (Map<String, String> facts : keptSecrets().keySet()) {
			assertThat(Judgement.of(SECRET, operation(phase, facts))).isEqualTo(Judgement.UNSETTLED);
		}
		assertThat(Judgement.UNSETTLED.isStray()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(value = Phase.class, names = { "RUNNING", "PARKED" }, mode = Mode.EXCLUDE)
	void whatAnEndedOperationDoesNotKeepIsAStray(Phase phase) {
		keptSecrets().forEach((facts, stray) -> {
			Judgement judgement = Judgement.of(SECRET, operation(phase, facts));
			if (stray != null) {
				assertThat(judgement).isEqualTo(stray);
				assertThat(judgement.isStray()).isTrue();
			}
			else {
				assertThat(judgement.isStray()).isFalse();
			}
		});
	}

	@Test
	void onlyAFinishedOperationKeepsForGood() {
		Map<String, String> facts = Map.of("secretKeyId", SECRET.toString());
		assertThat(Judgement.of(SECRET, operation(Phase.FINISHED, facts))).isEqualTo(Judgement.KEPT);
		assertThat(Judgement.of(SECRET, operation(Phase.REFUSED, facts))).isEqualTo(Judgement.UNSETTLED);
	}

	@Test
	void aRemovalIsOverWhenTheIndexNoLongerHoldsTheSecret() {
		assertThat(Removal.of(null, NOW)).isEqualTo(Removal.NONE);
		assertThat(Removal.of(operation(Phase.RUNNING, Map.of()), NOW)).isEqualTo(Removal.RUNNING);
		assertThat(Removal.of(operation(Phase.PARKED, Map.of()), NOW)).isEqualTo(Removal.WAITING);
		assertThat(Removal.of(operation(Phase.REFUSED, Map.of()), NOW)).isEqualTo(Removal.WAITING);
		KnownOperation finished = operation(Phase.FINISHED, Map.of());
		assertThat(Removal.of(finished, null)).isEqualTo(Removal.DONE);
		assertThat(Removal.of(finished, NOW)).isEqualTo(Removal.DONE);
		assertThat(Removal.of(finished, NOW.plus(Duration.ofSeconds(1)))).as("seen again after it")
			.isEqualTo(Removal.NONE);
	}

	/** What an operation may keep, and what that makes of the secret; null for none. */
	private static Map<Map<String, String>, Judgement> keptSecrets() {
		Map<Map<String, String>, Judgement> kept = new HashMap<>();
		kept.put(Map.of(), Judgement.NONE_KEPT);
		kept.put(Map.of("secretKeyId", UUID.randomUUID().toString()), Judgement.OTHER_KEPT);
		kept.put(Map.of("secretKeyId", SECRET.toString()), null);
		return kept;
	}

	private static KnownOperation operation(Phase phase, Map<String, String> facts) {
		return new KnownOperation(OperationId.random(), "registration", "Viewer", phase, facts, NOW);
	}

}
