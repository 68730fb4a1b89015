package health.admit.portal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the trail.
 */
@Component
class AuditRows {

	private final JdbcClient jdbc;

	AuditRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A stretch of the chain in its own order.
	 */
	List<AuditRow> after(UUID tenant, long seq, int limit) {
		return this.jdbc
			.sql("select * from audit_event where tenant = :tenant and seq > :seq order by seq limit :limit")
			.param("tenant", tenant)
			.param("seq", seq)
			.param("limit", limit)
			.query(AuditRows::row)
			.list();
	}

	/**
	 * Entries that match the filter, newest first.
	 * @param below only entries before this position
	 */
	List<AuditRow> newest(UUID tenant, AuditFilter filter, long below, int limit) {
		return this.jdbc.sql("""
				select * from audit_event where tenant = :tenant and seq < :below
				and (cast(:action as varchar) is null or action like :action)
				and (cast(:actor as uuid) is null or actor = :actor)
				and (cast(:operation as uuid) is null or operation = :operation)
				order by seq desc limit :limit""")
			.param("tenant", tenant)
			.param("below", below)
			.param("action", filter.actionPattern())
			.param("actor", filter.actorId())
			.param("operation", filter.operationId())
			.param("limit", limit)
			.query(AuditRows::row)
			.list();
	}

	/**
	 * The end of the chain as the appender remembers it; empty when nothing was ever
	 * recorded.
	 */
	Optional<End> end(UUID tenant) {
		return this.jdbc.sql("select seq, hash from audit_head where tenant = :tenant")
			.param("tenant", tenant)
			.query((row, index) -> new End(row.getLong("seq"), row.getString("hash")))
			.optional();
	}

	private static AuditRow row(ResultSet row, int index) throws SQLException {
		return new AuditRow(row.getObject("tenant", UUID.class), row.getLong("seq"),
				row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("actor", UUID.class),
				row.getString("action"), operation(row), row.getString("target"), row.getString("details"),
				row.getString("previous_hash"), row.getString("hash"));
	}

	private static @Nullable UUID operation(ResultSet row) throws SQLException {
		return row.getObject("operation", UUID.class);
	}

	record End(long seq, String hash) {
	}

}
