package health.admit.portal.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.HealthAddress;
import health.admit.portal.signin.Operator;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.SettableClock;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class TestRowsTests {

	private static final UUID TENANT = UUID.randomUUID();

	private static final Operator ADA = new Operator(TENANT, UUID.randomUUID(), "Ada", "ada", Set.of());

	private static final Operator BEN = new Operator(TENANT, UUID.randomUUID(), "Ben", "ben", Set.of());

	private static final Operator ABROAD = new Operator(UUID.randomUUID(), ADA.objectId(), "Ada", "ada", Set.of());

	private static final TestPlan PLAN = new TestPlan(
			(HealthAddress.Accepted) HealthAddress.of(Scene.CLOUD, Scene.FHIR), Scene.CLIENT, Need.READ, null, null,
			null);

	private static final Report REPORT = Report.of(TestPlan.steps(false));

	private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final JdbcClient jdbc;

	private final TestRows rows;

	TestRowsTests(Database database) {
		this.jdbc = database.fresh().jdbc();
		this.rows = new TestRows(this.jdbc, this.clock);
	}

	@Test
	void aTestIsItsOperatorsAlone() {
		UUID id = insert();
		assertThat(this.rows.find(ADA, id)).hasValueSatisfying((row) -> {
			assertThat(row.report()).isEqualTo(REPORT);
			assertThat(row.address()).isEqualTo(Scene.FHIR);
		});
		assertThat(this.rows.find(BEN, id)).isEmpty();
		assertThat(this.rows.find(ABROAD, id)).isEmpty();
		assertThat(this.rows.newest(BEN)).isEmpty();
		assertThat(this.rows.askToStop(BEN, id)).isFalse();
		assertThat(this.rows.askToStop(ABROAD, id)).isFalse();
		assertThat(this.rows.beat(id)).isTrue();
		assertThat(this.rows.askToStop(ADA, id)).isTrue();
		assertThat(this.rows.beat(id)).isFalse();
	}

	@Test
	void aTestKeepsWhereItsSignInEnds() {
		UUID with = UUID.randomUUID();
		TestPlan plan = new TestPlan(PLAN.service(), Scene.CLIENT, Need.READ, null, "http://localhost:3000/a?b=c",
				null);
		this.rows.insert(with, ADA, plan, Way.SINGLE_PAGE, REPORT);
		assertThat(this.rows.find(ADA, with).orElseThrow().redirectUri()).isEqualTo("http://localhost:3000/a?b=c");
		assertThat(this.rows.find(ADA, insert()).orElseThrow().redirectUri()).isNull();
	}

	@Test
	void eachChangeIsANewRevision() {
		UUID id = insert();
		this.rows.save(id, REPORT.with(Phase.PASSED));
		assertThat(this.rows.find(ADA, id).orElseThrow().revision()).isOne();
		assertThat(this.rows.find(ADA, id).orElseThrow().report().phase()).isEqualTo(Phase.PASSED);
		assertThat(this.rows.running(ADA)).isZero();
	}

	@Test
	void aTestWhoseNodeIsNotHeardOfIsLost() {
		UUID id = insert();
		assertThat(this.rows.running(ADA)).isOne();
		this.clock.pass(TestRows.SILENCE.minusSeconds(1));
		this.rows.beat(id);
		this.clock.pass(TestRows.SILENCE);
		assertThat(this.rows.find(ADA, id).orElseThrow().reportAt(this.clock.instant()).phase())
			.isEqualTo(Phase.RUNNING);
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.rows.find(ADA, id).orElseThrow().reportAt(this.clock.instant()).phase()).isEqualTo(Phase.LOST);
		assertThat(this.rows.running(ADA)).isZero();
	}

	@Test
	void testsAreForgottenAfterADay() {
		UUID id = insert();
		this.clock.pass(TestRows.KEPT);
		assertThat(this.rows.find(ADA, id)).isPresent();
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.rows.newest(ADA)).isEmpty();
		assertThat(this.rows.find(ADA, id)).isEmpty();
		UUID newer = insert();
		assertThat(this.rows.newest(ADA)).extracting(TestRow::id).containsExactly(newer);
		new TestExpiry(this.rows).run();
		assertThat(this.jdbc.sql("select id from connection_test").query(UUID.class).list()).containsExactly(newer);
	}

	private UUID insert() {
		UUID id = UUID.randomUUID();
		this.rows.insert(id, ADA, PLAN, Way.SECRET, REPORT);
		return id;
	}

}
