package health.admit.portal.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StepsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");

	private final Steps steps = new Steps(List.of(60, 30, 14, 7, 1, 7, 0, -3));

	@ParameterizedTest
	@CsvSource({ "PT1S,1", "P1D,1", "P1DT1S,7", "P7D,7", "P13D,14", "P29D,30", "P59D,60", "P60D,60" })
	void theNearestStepReachedCounts(Duration left, int step) {
		assertThat(this.steps.reached(NOW.plus(left), NOW)).isEqualTo(OptionalInt.of(step));
	}

	@ParameterizedTest
	@CsvSource({ "PT0S", "PT-1S", "P60DT1S", "P900D" })
	void thereIsNoneBeforeTheFirstAndAfterTheEnd(Duration left) {
		assertThat(this.steps.reached(NOW.plus(left), NOW)).isEmpty();
	}

	@Test
	void noStepsNoMail() {
		assertThat(new Steps(List.of()).reached(NOW.plusSeconds(1), NOW)).isEmpty();
		assertThat(new Steps(List.of()).horizon(NOW)).isEqualTo(NOW);
	}

}
