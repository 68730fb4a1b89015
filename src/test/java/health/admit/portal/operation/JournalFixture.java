package health.admit.portal.operation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Operations in a real database, for tests of what asks for them.
 */
public final class JournalFixture {

	private final JdbcClient jdbc;

	public JournalFixture(TestDatabase database) {
		this.jdbc = JdbcClient.create((DataSource) new SingleConnectionDataSource(database.url(), database.username(),
				database.password(), true));
	}

	public KnownOperations known() {
		return new KnownOperations(this.jdbc);
	}

	/** Writes an operation down, in the place of what was written of it before. */
	public OperationId put(OperationId id, UUID tenant, Phase phase, Map<String, String> facts, Instant changedAt) {
		Plan plan = new Plan("registration", "Viewer", "/", List.of());
		this.jdbc.sql("delete from operation where id = ?").param(id.value()).update();
		this.jdbc.sql("""
				insert into operation (id, tenant, idempotency_key, plan, plan_hash, started_by, grant_id, operator,
				phase, facts, fence, started_at, changed_at)
				values (:id, :tenant, :id, :plan, :hash, :id, :id, :id, :phase, :facts, 0, :at, :at)""")
			.param("id", id.value())
			.param("tenant", tenant)
			.param("plan", OperationJson.plan(plan))
			.param("hash", plan.hash())
			.param("phase", phase.name())
			.param("facts", OperationJson.facts(facts))
			.param("at", changedAt.atOffset(ZoneOffset.UTC))
			.update();
		return id;
	}

}
