package health.admit.portal.operation;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class OperationRowsTests {

	private final World world;

	OperationRowsTests(Database database) {
		this.world = new World(database.fresh());
	}

	@Test
	void countsTheOperationsOfTheTenantByPhase() {
		this.world.with(FakeHandlers.of(new FakeCloud(1, this.world.time, Duration.ZERO, (id) -> {
		})));
		this.world.start(FakeHandlers.plan());
		this.world.start(FakeHandlers.plan());
		this.world.drive(this.world.start(FakeHandlers.plan()));
		assertThat(this.world.rows.counts(this.world.ada.tenant()))
			.isEqualTo(Map.of(Phase.RUNNING, 2, Phase.FINISHED, 1));
		assertThat(this.world.rows.counts(UUID.randomUUID())).isEmpty();
	}

}
