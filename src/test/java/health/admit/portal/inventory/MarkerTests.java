package health.admit.portal.inventory;

import java.util.Map;
import java.util.UUID;

import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.PlannedStep;
import health.admit.support.StepCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkerTests {

	@Test
	void theMarkerOfAnAttemptNamesItsOperation() {
		PlannedStep step = new PlannedStep("secret.create", PlannedStep.Verb.CREATE, "", "", Map.of());
		OperationId operation = StepCalls.OPERATION;
		for (int attempt : new int[] { 1, 12, 100 }) {
			String marker = StepCalls.call(step, attempt, Map.of()).marker();
			assertThat(Marker.operation("Viewer · " + marker)).contains(operation.value());
			assertThat(Marker.operation(marker)).contains(operation.value());
		}
	}

	@Test
	void whatSomebodyTypedBeforeItDoesNotCount() {
		UUID operation = UUID.randomUUID();
		assertThat(Marker.operation("admit:" + UUID.randomUUID() + ":1 · admit:" + operation + ":2"))
			.contains(operation);
		assertThat(Marker.operation("\u0000\n\uD83D admit:" + operation.toString().toUpperCase() + ":3"))
			.contains(operation);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "Viewer", "admit", "admit:", "admit:x:1", "Viewer · admit:1-2-3-4-5:1",
			"admit:0c0c0c0c-0000-4000-8000-000000000001", "admit:0c0c0c0c-0000-4000-8000-000000000001:",
			"admit:0c0c0c0c-0000-4000-8000-000000000001:x", "admit:0c0c0c0c-0000-4000-8000-000000000001:1 copy",
			"admit:0c0c0c0c-0000-4000-8000-000000000001:1\n", "submit:0c0c0c0c-0000-4000-8000-000000000001:1",
			"readmit:0c0c0c0c-0000-4000-8000-000000000001:1", "admit:0c0c0c0c-0000-4000-8000-000000000001:1234567890",
			"admit:0c0c0c0c-0000-4000-8000-00000000000g:1" })
	void anythingElseIsNoMarker(String name) {
		assertThat(Marker.operation(name)).isEmpty();
	}

}
