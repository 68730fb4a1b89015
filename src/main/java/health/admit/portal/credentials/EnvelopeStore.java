package health.admit.portal.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.signin.Operator;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code envelope}.
 */
@Repository
class EnvelopeStore {

	private final JdbcClient jdbc;

	EnvelopeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Stores the public key, or replaces it for as long as nothing was sealed with it.
	 * @return whether this key is the one that will be used
	 */
	boolean prepare(UUID operation, Operator operator, byte[] publicKey, Instant now) {
		int inserted = this.jdbc.sql("""
				insert into envelope (operation, tenant, operator, public_key, created_at)
				values (:operation, :tenant, :operator, :key, :now) on conflict do nothing""")
			.param("operation", operation)
			.param("tenant", operator.tenant())
			.param("operator", operator.objectId())
			.param("key", publicKey)
			.param("now", utc(now))
			.update();
		return inserted == 1 || this.jdbc.sql("""
				update envelope set public_key = :key, operator = :operator
				where operation = :operation and tenant = :tenant and sealed_at is null""")
			.param("operation", operation)
			.param("tenant", operator.tenant())
			.param("operator", operator.objectId())
			.param("key", publicKey)
			.update() == 1;
	}

	boolean seal(UUID operation, byte[] sealed, Instant now, Instant readableUntil) {
		return this.jdbc.sql("""
				update envelope set sealed = :sealed, sealed_at = :now, readable_until = :until, expired_at = null
				where operation = :operation and revealed_at is null""")
			.param("operation", operation)
			.param("sealed", sealed)
			.param("now", utc(now))
			.param("until", utc(readableUntil))
			.update() == 1;
	}

	/**
	 * Sets anew until when a sealed text can be read, unless that time is over.
	 */
	void readableUntil(UUID operation, Instant until, Instant now) {
		this.jdbc.sql("""
				update envelope set readable_until = :until
				where operation = :operation and sealed is not null and readable_until > :now""")
			.param("operation", operation)
			.param("until", utc(until))
			.param("now", utc(now))
			.update();
	}

	/**
	 * Throws the sealed text away because it was read. Of several callers one succeeds.
	 */
	boolean markRevealed(UUID operation, String by, Instant now) {
		return this.jdbc.sql("""
				update envelope set sealed = null, revealed_at = :now, revealed_by = :by
				where operation = :operation and sealed is not null""")
			.param("operation", operation)
			.param("by", by)
			.param("now", utc(now))
			.update() == 1;
	}

	/**
	 * Throws away what was not read in time.
	 * @return how many
	 */
	int expire(Instant now) {
		return this.jdbc.sql("""
				update envelope set sealed = null, expired_at = :now
				where sealed is not null and readable_until <= :now""").param("now", utc(now)).update();
	}

	Optional<Envelope> find(UUID operation) {
		return select(operation, "");
	}

	/** As {@link #find}, and keeps other transactions off the row. */
	Optional<Envelope> lock(UUID operation) {
		return select(operation, " for update");
	}

	private Optional<Envelope> select(UUID operation, String locking) {
		return this.jdbc.sql("select * from envelope where operation = :operation" + locking)
			.param("operation", operation)
			.query(EnvelopeStore::row)
			.optional();
	}

	private static Envelope row(ResultSet row, int number) throws SQLException {
		return new Envelope(row.getObject("tenant", UUID.class), row.getObject("operator", UUID.class),
				row.getBytes("public_key"), row.getBytes("sealed"), instant(row, "readable_until"),
				instant(row, "revealed_at"), row.getString("revealed_by"), instant(row, "expired_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * One row.
	 */
	record Envelope(UUID tenant, UUID operator, byte[] publicKey, byte @Nullable [] sealed,
			@Nullable Instant readableUntil, @Nullable Instant revealedAt, @Nullable String revealedBy,
			@Nullable Instant expiredAt) {

		boolean belongsTo(Operator person) {
			return this.tenant.equals(person.tenant()) && this.operator.equals(person.objectId());
		}

	}

}
