package health.admit.portal.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import health.admit.portal.inventory.CredentialKey;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code reminder}: who is to get what, and what was sent.
 */
@Repository
class Reminders {

	/** After this time an attempt that has not said how it ended is taken for dead. */
	static final Duration CLAIM = Duration.ofHours(1);

	private static final int LOG = 100;

	private static final int LONGEST_NAME = 256;

	private static final int LONGEST_TROUBLE = 500;

	private final JdbcClient jdbc;

	Reminders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Who is still to get what that was planned, of credentials that have not ended.
	 * @return an entry for everything that was ever planned; an empty set where all is
	 * sent
	 */
	Map<ReminderKey, Set<String>> planned(UUID tenant, Instant now) {
		Map<ReminderKey, Set<String>> planned = new HashMap<>();
		this.jdbc.sql("""
				select object_id, key_id, step, recipient, sent_at from reminder
				where tenant = :tenant and ends_at > :now""")
			.param("tenant", tenant)
			.param("now", utc(now))
			.query((row) -> {
				Set<String> open = planned.computeIfAbsent(key(row), (key) -> new TreeSet<>());
				if (row.getObject("sent_at") == null) {
					open.add(row.getString("recipient"));
				}
			});
		return planned;
	}

	void plan(UUID tenant, Due due) {
		for (String recipient : due.recipients()) {
			this.jdbc.sql("""
					insert into reminder (tenant, object_id, key_id, step, recipient, name, ends_at)
					values (:tenant, :object, :key, :step, :recipient, :name, :ends) on conflict do nothing""")
				.param("tenant", tenant)
				.param("object", due.key().credential().objectId())
				.param("key", due.key().credential().keyId())
				.param("step", due.key().step())
				.param("recipient", recipient)
				.param("name", cut(due.name(), LONGEST_NAME))
				.param("ends", utc(due.ends()))
				.update();
		}
	}

	/**
	 * Takes everything that a recipient is still to get, in one statement, so that of two
	 * nodes one gets all of it.
	 * @return what was taken
	 */
	List<ReminderKey> claim(UUID tenant, String recipient, UUID attempt, Instant now) {
		this.jdbc.sql("""
				update reminder set claimed_by = :attempt, claimed_at = :now
				where tenant = :tenant and recipient = :recipient and ends_at > :now and sent_at is null
				and (claimed_by is null or claimed_at <= :stale)""")
			.param("attempt", attempt)
			.param("now", utc(now))
			.param("stale", utc(now.minus(CLAIM)))
			.param("tenant", tenant)
			.param("recipient", recipient)
			.update();
		return this.jdbc.sql("select object_id, key_id, step from reminder where claimed_by = :attempt")
			.param("attempt", attempt)
			.query((row, number) -> key(row))
			.list();
	}

	/** Gives up what an attempt took but will not send. */
	void release(UUID attempt, Collection<ReminderKey> keys) {
		for (ReminderKey key : keys) {
			this.jdbc.sql("""
					update reminder set claimed_by = null, claimed_at = null where claimed_by = :attempt
					and object_id = :object and key_id = :key and step = :step""")
				.param("attempt", attempt)
				.param("object", key.credential().objectId())
				.param("key", key.credential().keyId())
				.param("step", key.step())
				.update();
		}
	}

	void sent(UUID attempt, Instant now) {
		this.jdbc
			.sql("update reminder set sent_at = :now, trouble = null, trouble_at = null where claimed_by = :attempt")
			.param("now", utc(now))
			.param("attempt", attempt)
			.update();
	}

	void failed(UUID attempt, String words, Instant now) {
		this.jdbc.sql("""
				update reminder set claimed_by = null, claimed_at = null, trouble = :trouble, trouble_at = :now
				where claimed_by = :attempt and sent_at is null""")
			.param("trouble", cut(words, LONGEST_TROUBLE))
			.param("now", utc(now))
			.param("attempt", attempt)
			.update();
	}

	/**
	 * Credentials with rows here that ended before a moment, in the order of their keys.
	 * @param after the last of the part before; null for the beginning
	 */
	List<CredentialKey> ended(UUID tenant, Instant before, @Nullable CredentialKey after, int limit) {
		CredentialKey from = (after != null) ? after : new CredentialKey(new UUID(0, 0), new UUID(0, 0));
		return this.jdbc.sql("""
				select distinct object_id, key_id from reminder where tenant = :tenant and ends_at < :before
				and (object_id > :object or (object_id = :object and key_id > :key))
				order by object_id, key_id limit :limit""")
			.param("tenant", tenant)
			.param("before", utc(before))
			.param("object", from.objectId())
			.param("key", from.keyId())
			.param("limit", limit)
			.query((row, number) -> credential(row))
			.list();
	}

	void forget(UUID tenant, CredentialKey credential) {
		this.jdbc.sql("delete from reminder where tenant = :tenant and object_id = :object and key_id = :key")
			.param("tenant", tenant)
			.param("object", credential.objectId())
			.param("key", credential.keyId())
			.update();
	}

	/** What was sent last, newest first. */
	List<Entry> log(UUID tenant) {
		return entries("sent_at is not null order by sent_at desc, recipient, ends_at", tenant);
	}

	/** What could not be sent, newest first. */
	List<Entry> troubles(UUID tenant) {
		return entries("sent_at is null and trouble_at is not null order by trouble_at desc, recipient, ends_at",
				tenant);
	}

	private List<Entry> entries(String condition, UUID tenant) {
		return this.jdbc.sql("select * from reminder where tenant = :tenant and " + condition + " limit " + LOG)
			.param("tenant", tenant)
			.query((row, number) -> new Entry(key(row), row.getString("recipient"), row.getString("name"),
					instant(row, "ends_at"), instant(row, "sent_at"), row.getString("trouble"),
					instant(row, "trouble_at")))
			.list();
	}

	private static ReminderKey key(ResultSet row) throws SQLException {
		return new ReminderKey(credential(row), row.getInt("step"));
	}

	private static CredentialKey credential(ResultSet row) throws SQLException {
		return new CredentialKey(row.getObject("object_id", UUID.class), row.getObject("key_id", UUID.class));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static String cut(String text, int longest) {
		return text.substring(0, Math.min(text.length(), longest));
	}

	/**
	 * A line of the log.
	 *
	 * @param name of the application; hostile input when shown
	 * @param trouble what the mail server said; hostile input when shown
	 */
	record Entry(ReminderKey key, String recipient, String name, @Nullable Instant ends, @Nullable Instant sentAt,
			@Nullable String trouble, @Nullable Instant troubleAt) {
	}

}
