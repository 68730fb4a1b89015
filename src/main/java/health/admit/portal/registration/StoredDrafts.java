package health.admit.portal.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.operation.OperationId;
import health.admit.portal.signin.Operator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Drafts in the database. Every statement names tenant and owner, so that a guessed id
 * leads nowhere.
 */
@Repository
class StoredDrafts implements Drafts {

	private static final Duration KEPT = Duration.ofDays(30);

	private static final String OWN = " where id = :id and tenant = :tenant and owner = :owner";

	private final JdbcClient jdbc;

	private final DraftJson json;

	private final Clock clock;

	StoredDrafts(JdbcClient jdbc, DraftJson json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public Draft begin(Operator operator) {
		purge();
		Instant now = this.clock.instant();
		Draft draft = new Draft(UUID.randomUUID(), operator.tenant(), operator.objectId(), 0, DraftContent.empty(),
				null, now, now);
		this.jdbc.sql("""
				insert into draft (id, tenant, owner, version, content, created_at, changed_at)
				values (:id, :tenant, :owner, :version, :content, :now, :now)""")
			.param("id", draft.id())
			.param("tenant", draft.tenant())
			.param("owner", draft.owner())
			.param("version", draft.version())
			.param("content", this.json.write(draft.content()))
			.param("now", time(now))
			.update();
		return draft;
	}

	@Override
	public Optional<Draft> find(Operator operator, UUID id) {
		return own("select * from draft" + OWN, operator, id).query(this::draft).optional();
	}

	@Override
	public List<Draft> of(Operator operator) {
		return this.jdbc.sql("""
				select * from draft where tenant = :tenant and owner = :owner and operation is null
				order by changed_at desc, id""")
			.param("tenant", operator.tenant())
			.param("owner", operator.objectId())
			.query(this::draft)
			.list();
	}

	@Override
	public Draft save(Operator operator, UUID id, int version, DraftContent content) {
		int saved = own("""
				update draft set content = :content, version = version + 1, changed_at = :now""" + OWN
				+ " and version = :version and operation is null", operator, id)
			.param("content", this.json.write(content))
			.param("now", time(this.clock.instant()))
			.param("version", version)
			.update();
		return current(operator, id, saved);
	}

	@Override
	public void putAside(Operator operator, UUID id, DraftContent content) {
		own("update draft set proposal = :proposal" + OWN, operator, id).param("proposal", this.json.write(content))
			.update();
	}

	@Override
	public Optional<DraftContent> putAside(Operator operator, UUID id) {
		return own("select proposal from draft" + OWN + " and proposal is not null", operator, id).query(String.class)
			.optional()
			.map(this.json::read);
	}

	@Override
	public void confirm(Operator operator, UUID id, int version, OperationId operation) {
		int confirmed = own("update draft set operation = :operation, version = version + 1, changed_at = :now" + OWN
				+ " and version = :version and operation is null", operator, id)
			.param("operation", operation.value())
			.param("now", time(this.clock.instant()))
			.param("version", version)
			.update();
		current(operator, id, confirmed);
	}

	@Override
	public void discard(Operator operator, UUID id) {
		own("delete from draft" + OWN, operator, id).update();
	}

	private void purge() {
		this.jdbc.sql("delete from draft where changed_at < :before")
			.param("before", time(this.clock.instant().minus(KEPT)))
			.update();
	}

	private Draft current(Operator operator, UUID id, int changed) {
		Draft draft = find(operator, id).orElseThrow(() -> new DraftNotFound(id));
		if (changed == 0) {
			throw new DraftChangedElsewhere(draft);
		}
		return draft;
	}

	private JdbcClient.StatementSpec own(String sql, Operator operator, UUID id) {
		return this.jdbc.sql(sql)
			.param("id", id)
			.param("tenant", operator.tenant())
			.param("owner", operator.objectId());
	}

	private Draft draft(ResultSet row, int index) throws SQLException {
		UUID operation = row.getObject("operation", UUID.class);
		return new Draft(row.getObject("id", UUID.class), row.getObject("tenant", UUID.class),
				row.getObject("owner", UUID.class), row.getInt("version"), this.json.read(row.getString("content")),
				(operation != null) ? new OperationId(operation) : null, instant(row, "created_at"),
				instant(row, "changed_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
