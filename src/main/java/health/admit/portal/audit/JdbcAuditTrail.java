package health.admit.portal.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends to the tenant's chain. The row lock on the head is held until the caller's
 * transaction ends, so that two appends never follow the same entry.
 */
@Component
class JdbcAuditTrail implements AuditTrail {

	/**
	 * Each entry's hash also goes to the log, which is shipped elsewhere: whoever
	 * rewrites the whole chain in the database still differs from it.
	 */
	private static final Logger SHIPPED = LoggerFactory.getLogger("health.admit.audit");

	private final JdbcClient jdbc;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.builder().build();

	JdbcAuditTrail(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void append(AuditEntry entry) {
		try {
			chain(entry);
		}
		catch (DataAccessException ex) {
			throw new AuditNotWritten(ex);
		}
	}

	private void chain(AuditEntry entry) {
		Head head = lockHead(entry.tenant());
		AuditRow row = new AuditRow(entry.tenant(), head.seq() + 1, this.clock.instant().truncatedTo(ChronoUnit.MILLIS),
				entry.actor(), entry.action(), entry.operation(), entry.target(), text(entry.details()), head.hash(),
				"")
			.sealed();
		insert(row);
		this.jdbc.sql("update audit_head set seq = :seq, hash = :hash where tenant = :tenant")
			.param("seq", row.seq())
			.param("hash", row.hash())
			.param("tenant", row.tenant())
			.update();
		SHIPPED.info("{} {} {} {}", row.tenant(), row.seq(), row.actor(), row.hash());
	}

	private Head lockHead(UUID tenant) {
		return readHead(tenant).orElseGet(() -> {
			this.jdbc
				.sql("insert into audit_head (tenant, seq, hash) values (:tenant, 0, :hash) on conflict do nothing")
				.param("tenant", tenant)
				.param("hash", ChainHash.START)
				.update();
			return readHead(tenant).orElseThrow();
		});
	}

	private Optional<Head> readHead(UUID tenant) {
		return this.jdbc.sql("select seq, hash from audit_head where tenant = :tenant for update")
			.param("tenant", tenant)
			.query((row, index) -> new Head(row.getLong("seq"), row.getString("hash")))
			.optional();
	}

	private void insert(AuditRow row) {
		this.jdbc.sql("""
				insert into audit_event
				(tenant, seq, at, actor, action, operation, target, details, previous_hash, hash)
				values (:tenant, :seq, :at, :actor, :action, :operation, :target, :details, :previous, :hash)""")
			.param("tenant", row.tenant())
			.param("seq", row.seq())
			.param("at", row.at().atOffset(ZoneOffset.UTC))
			.param("actor", row.actor())
			.param("action", row.action())
			.param("operation", row.operation())
			.param("target", row.target())
			.param("details", row.details())
			.param("previous", row.previousHash())
			.param("hash", row.hash())
			.update();
	}

	private String text(Map<String, String> details) {
		return this.json.writeValueAsString(new TreeMap<>(details));
	}

	private record Head(long seq, String hash) {
	}

}
