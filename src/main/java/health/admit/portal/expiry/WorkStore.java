package health.admit.portal.expiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.WorkState;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Work items and their history in the database.
 */
@Repository
class WorkStore {

	private static final String ONE = " where tenant = :tenant and object_id = :object and key_id = :key";

	private final JdbcClient jdbc;

	WorkStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<WorkItem> find(UUID tenant, CredentialKey key) {
		return one("select * from work_item" + ONE, tenant, key).query(WorkStore::item).optional();
	}

	/** The history, newest first. */
	List<WorkLine> history(UUID tenant, CredentialKey key) {
		return one("select * from work_event" + ONE + " order by version desc", tenant, key).query(WorkStore::line)
			.list();
	}

	/**
	 * Stores an item with what happened to it.
	 * @param item the next version
	 * @return whether nobody was quicker
	 */
	boolean save(WorkItem item, WorkLine line) {
		int stored = write((item.version() == 1) ? """
				insert into work_item (tenant, object_id, key_id, version, state, assignee, ticket, snoozed_until,
				name, kind, ends_at, gone_at, lost_at, replaced, changed_at)
				values (:tenant, :object, :key, :version, :state, :assignee, :ticket, :snoozed, :name, :kind, :ends,
				:gone, :lost, :replaced, :changed) on conflict do nothing""" : """
				update work_item set version = :version, state = :state, assignee = :assignee, ticket = :ticket,
				snoozed_until = :snoozed, name = :name, kind = :kind, ends_at = :ends, gone_at = :gone,
				lost_at = :lost, replaced = :replaced, changed_at = :changed""" + ONE + " and version = :version - 1",
				item);
		if (stored == 1) {
			append(item, line);
		}
		return stored == 1;
	}

	/** Items in a state, whatever happened last first. */
	List<WorkItem> in(UUID tenant, WorkState state, int limit) {
		return this.jdbc.sql("""
				select * from work_item where tenant = :tenant and state = :state and lost_at is null
				order by changed_at desc, object_id, key_id limit :limit""")
			.param("tenant", tenant)
			.param("state", state.name())
			.param("limit", limit)
			.query(WorkStore::item)
			.list();
	}

	/** Unfinished items somebody claimed. */
	List<WorkItem> of(UUID tenant, UUID assignee, int limit) {
		return this.jdbc.sql("""
				select * from work_item where tenant = :tenant and assignee = :assignee and state <> 'DONE'
				order by changed_at desc, object_id, key_id limit :limit""")
			.param("tenant", tenant)
			.param("assignee", assignee)
			.param("limit", limit)
			.query(WorkStore::item)
			.list();
	}

	/** Items whose credential is gone although nothing took its place. */
	List<WorkItem> lost(UUID tenant, int limit) {
		return this.jdbc.sql("""
				select * from work_item where tenant = :tenant and lost_at is not null
				order by lost_at desc, object_id, key_id limit :limit""")
			.param("tenant", tenant)
			.param("limit", limit)
			.query(WorkStore::item)
			.list();
	}

	/** Items put off until now or before, of all tenants. */
	List<WorkItem> overdue(Instant now, int limit) {
		return this.jdbc.sql("""
				select * from work_item where state = 'SNOOZED' and snoozed_until <= :now
				order by snoozed_until, object_id, key_id limit :limit""")
			.param("now", time(now))
			.param("limit", limit)
			.query(WorkStore::item)
			.list();
	}

	/**
	 * Items in the order of their keys.
	 * @param after the last key of the part before; null for the beginning
	 */
	List<WorkItem> all(UUID tenant, @Nullable CredentialKey after, int limit) {
		CredentialKey from = (after != null) ? after : new CredentialKey(new UUID(0, 0), new UUID(0, 0));
		return this.jdbc.sql("""
				select * from work_item where tenant = :tenant
				and (object_id > :object or (object_id = :object and key_id > :key))
				order by object_id, key_id limit :limit""")
			.param("tenant", tenant)
			.param("object", from.objectId())
			.param("key", from.keyId())
			.param("limit", limit)
			.query(WorkStore::item)
			.list();
	}

	/**
	 * Items whose credential is gone and to which nothing has happened, both since before
	 * a moment.
	 */
	List<WorkItem> gone(UUID tenant, Instant before, int limit) {
		return this.jdbc.sql("""
				select * from work_item where tenant = :tenant and gone_at < :before and changed_at < :before
				order by gone_at, object_id, key_id limit :limit""")
			.param("tenant", tenant)
			.param("before", time(before))
			.param("limit", limit)
			.query(WorkStore::item)
			.list();
	}

	/**
	 * Deletes an item with its history.
	 * @return whether nobody was quicker
	 */
	boolean delete(WorkItem item) {
		int deleted = one("delete from work_item" + ONE + " and version = :version", item.tenant(), item.key())
			.param("version", item.version())
			.update();
		if (deleted == 1) {
			one("delete from work_event" + ONE, item.tenant(), item.key()).update();
		}
		return deleted == 1;
	}

	private int write(String sql, WorkItem item) {
		return one(sql, item.tenant(), item.key()).param("version", item.version())
			.param("state", item.state().name())
			.param("assignee", item.assignee())
			.param("ticket", item.ticket())
			.param("snoozed", time(item.snoozedUntil()))
			.param("name", item.name().replace('\u0000', '\ufffd'))
			.param("kind", item.kind().name())
			.param("ends", time(item.ends()))
			.param("gone", time(item.absence().since()))
			.param("lost", time(item.absence().lostAt()))
			.param("replaced", item.absence().replaced())
			.param("changed", time(item.changedAt()))
			.update();
	}

	private void append(WorkItem item, WorkLine line) {
		one("""
				insert into work_event (tenant, object_id, key_id, version, at, who, what, text, until_at)
				values (:tenant, :object, :key, :version, :at, :who, :what, :text, :until)""", item.tenant(),
				item.key())
			.param("version", line.version())
			.param("at", time(line.at()))
			.param("who", line.who())
			.param("what", line.what().name())
			.param("text", line.text())
			.param("until", time(line.until()))
			.update();
	}

	private JdbcClient.StatementSpec one(String sql, UUID tenant, CredentialKey key) {
		return this.jdbc.sql(sql).param("tenant", tenant).param("object", key.objectId()).param("key", key.keyId());
	}

	private static WorkItem item(ResultSet row, int index) throws SQLException {
		Instant changed = instant(row, "changed_at");
		return new WorkItem(row.getObject("tenant", UUID.class),
				new CredentialKey(row.getObject("object_id", UUID.class), row.getObject("key_id", UUID.class)),
				row.getInt("version"), WorkState.valueOf(row.getString("state")), row.getObject("assignee", UUID.class),
				row.getString("ticket"), instant(row, "snoozed_until"), row.getString("name"),
				CredentialKind.valueOf(row.getString("kind")), instant(row, "ends_at"),
				new Absence(instant(row, "gone_at"), instant(row, "lost_at"), row.getBoolean("replaced")),
				(changed != null) ? changed : Instant.EPOCH);
	}

	private static WorkLine line(ResultSet row, int index) throws SQLException {
		Instant at = instant(row, "at");
		return new WorkLine(row.getInt("version"), (at != null) ? at : Instant.EPOCH, row.getObject("who", UUID.class),
				WorkEvent.valueOf(row.getString("what")), row.getString("text"), instant(row, "until_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
