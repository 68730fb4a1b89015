package health.admit.portal.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.signin.Operator;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tests in the database, so that any node can show them. What is stored is what a page
 * shows; a credential or token never comes here.
 */
@Repository
class TestRows {

	/** How long a test can be looked at. */
	static final Duration KEPT = Duration.ofDays(1);

	/** How long a node may be silent; calls end well before. */
	static final Duration SILENCE = Duration.ofMinutes(1);

	private static final int LISTED = 10;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.builder().build();

	TestRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Stores a new test. */
	void insert(UUID id, Operator operator, TestPlan plan, Way way, Report report) {
		Instant now = this.clock.instant();
		this.jdbc
			.sql("""
					insert into connection_test (id, tenant, operator, client, address, way, need, redirect_uri, phase, report,
						revision, stop_asked, started_at, alive_until)
					values (:id, :tenant, :operator, :client, :address, :way, :need, :redirectUri, :phase, :report, 0, false, :now,
						:alive)""")
			.param("id", id)
			.param("tenant", operator.tenant())
			.param("operator", operator.objectId())
			.param("client", plan.clientId())
			.param("address", plan.service().base().toString())
			.param("way", way.name())
			.param("need", plan.need().name())
			.param("redirectUri", plan.redirectUri(), Types.VARCHAR)
			.param("phase", report.phase().name())
			.param("report", this.json.writeValueAsString(report))
			.param("now", at(now))
			.param("alive", at(now.plus(SILENCE)))
			.update();
	}

	void save(UUID id, Report report) {
		this.jdbc
			.sql("""
					update connection_test set phase = :phase, report = :report, revision = revision + 1, alive_until = :alive
					where id = :id""")
			.param("id", id)
			.param("phase", report.phase().name())
			.param("report", this.json.writeValueAsString(report))
			.param("alive", at(this.clock.instant().plus(SILENCE)))
			.update();
	}

	/**
	 * Says that the test's node is there.
	 * @return whether the test shall go on
	 */
	boolean beat(UUID id) {
		return this.jdbc.sql("update connection_test set alive_until = :alive where id = :id and not stop_asked")
			.param("id", id)
			.param("alive", at(this.clock.instant().plus(SILENCE)))
			.update() == 1;
	}

	/**
	 * Deletes the tests that nobody can look at any more.
	 * @return how many they were
	 */
	int forget() {
		return this.jdbc.sql("delete from connection_test where started_at < :old").param("old", oldest()).update();
	}

	/** A person's own test. */
	Optional<TestRow> find(Operator operator, UUID id) {
		return this.jdbc.sql("""
				select * from connection_test
				where id = :id and tenant = :tenant and operator = :operator and started_at >= :old""")
			.param("id", id)
			.param("old", oldest())
			.param("tenant", operator.tenant())
			.param("operator", operator.objectId())
			.query(this::row)
			.optional();
	}

	/** A person's own tests, newest first. */
	List<TestRow> newest(Operator operator) {
		return this.jdbc.sql("""
				select * from connection_test where tenant = :tenant and operator = :operator and started_at >= :old
				order by started_at desc, id fetch first :most rows only""")
			.param("tenant", operator.tenant())
			.param("operator", operator.objectId())
			.param("old", oldest())
			.param("most", LISTED)
			.query(this::row)
			.list();
	}

	/** How many tests a person has under way. */
	int running(Operator operator) {
		return this.jdbc.sql("""
				select count(*) from connection_test
				where tenant = :tenant and operator = :operator and phase = 'RUNNING' and alive_until >= :now""")
			.param("tenant", operator.tenant())
			.param("operator", operator.objectId())
			.param("now", at(this.clock.instant()))
			.query(Integer.class)
			.single();
	}

	/** Asks the node of a person's own test to stop it. */
	boolean askToStop(Operator operator, UUID id) {
		return this.jdbc.sql("""
				update connection_test set stop_asked = true
				where id = :id and tenant = :tenant and operator = :operator""")
			.param("id", id)
			.param("tenant", operator.tenant())
			.param("operator", operator.objectId())
			.update() == 1;
	}

	private TestRow row(ResultSet row, int index) throws SQLException {
		return new TestRow(row.getObject("id", UUID.class), row.getObject("tenant", UUID.class),
				row.getObject("operator", UUID.class), row.getObject("client", UUID.class), row.getString("address"),
				Way.valueOf(row.getString("way")), Need.valueOf(row.getString("need")), row.getString("redirect_uri"),
				this.json.readValue(row.getString("report"), Report.class), row.getInt("revision"),
				row.getObject("started_at", OffsetDateTime.class).toInstant(),
				row.getObject("alive_until", OffsetDateTime.class).toInstant());
	}

	private OffsetDateTime oldest() {
		return at(this.clock.instant().minus(KEPT));
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
