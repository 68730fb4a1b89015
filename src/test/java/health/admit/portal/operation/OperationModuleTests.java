package health.admit.portal.operation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.PortalApplication;
import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.signin.Delegation;
import health.admit.support.Operators;
import health.admit.support.Poll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine as the portal wires it: transactions, threads, the sweep.
 */
@SpringBootTest(classes = PortalApplication.class, properties = {
		"spring.datasource.url=jdbc:h2:mem:operation-module;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
				+ ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
		"admit.cloud.name=sandbox", "admit.cloud.tenant-id=5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10",
		"admit.cloud.base-url=http://localhost:8081", "admit.signin.client-id=0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4",
		"admit.signin.client-secret=not-a-secret", "admit.signin.public-url=http://localhost:8080",
		"admit.signin.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=" })
@Import(OperationModuleTests.Quick.class)
class OperationModuleTests {

	private static final Plan PLAN = new Plan("test", "Reader", "/",
			List.of(new PlannedStep("quick", PlannedStep.Verb.CREATE, "Reader", "POST", Map.of())));

	@Autowired
	private Operations operations;

	@Autowired
	private Runner runner;

	@Test
	void runsInTheBackgroundOnceTheStartIsCommitted() {
		Delegation delegation = Operators.DELEGATION;
		OperationId id = this.operations.start(OperationId.random(), UUID.randomUUID(), PLAN, delegation);
		awaitFinished(id);
		assertThat(this.operations.open(delegation.tenant())).extracting(OperationState::id).doesNotContain(id);
	}

	@Test
	void takesUpWhatAStoppedPortalLeft() {
		this.runner.stop();
		OperationId id = this.operations.start(OperationId.random(), UUID.randomUUID(), PLAN, Operators.DELEGATION);
		assertThat(phase(id)).isEqualTo(Phase.RUNNING);
		this.runner.start();
		awaitFinished(id);
	}

	private void awaitFinished(OperationId id) {
		Poll.until("operation finished", Duration.ofSeconds(60), () -> phase(id) == Phase.FINISHED);
	}

	private Phase phase(OperationId id) {
		return this.operations.find(Operators.TENANT, id).orElseThrow().phase();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Quick {

		@Bean
		StepHandler quick() {
			return new QuickStep();
		}

	}

	private static final class QuickStep implements StepHandler {

		@Override
		public String kind() {
			return "quick";
		}

		@Override
		public Repetition repetition() {
			return Repetition.IDEMPOTENT;
		}

		@Override
		public StepOutcome apply(StepCall call) {
			return new StepOutcome.Applied(Map.of());
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			throw new UnsupportedOperationException();
		}

	}

}
