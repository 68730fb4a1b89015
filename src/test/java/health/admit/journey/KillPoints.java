package health.admit.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.support.HoldingProxy.Call;
import health.admit.support.HoldingProxy.Fate;
import health.admit.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Holds operations where their portal is to be struck. Three of the five moments are
 * inside a transaction: triggers in the test's database wait there for a lock that the
 * test has. The two others are between portal and cloud, and are told by the id of the
 * call, which the journal knows.
 */
final class KillPoints implements AutoCloseable {

	private static final String SCHEMA = """
			create table kill_point (id bigint generated always as identity primary key, title text not null,
			kind text not null, nth int not null, settling boolean not null, looks int not null, moment text not null,
			operation uuid, position int, spent boolean not null default false);

			create function kill_point_begins() returns trigger language plpgsql as $$
			begin
				update kill_point point set operation = new.id, position = (
					select (array_agg(place order by place))[point.nth] - 1
					from jsonb_array_elements(new.plan::jsonb -> 'steps') with ordinality as planned (step, place)
					where step ->> 'kind' = point.kind)
				where new.plan::jsonb ->> 'title' = point.title;
				return new;
			end $$;
			create trigger kill_point_begins before insert on operation
			for each row execute function kill_point_begins();

			create function kill_point_event() returns trigger language plpgsql as $$
			declare gate bigint;
			begin
				select id into gate from kill_point point
				where point.operation = new.operation and point.position = new.position
				and case when point.settling then
					(select count(*) from step_event before
						where before.operation = new.operation and before.event = 'SETTLE_INTENT') >= point.looks
					and (point.moment = 'BEFORE_INTENT' and new.event = 'SETTLE_INTENT'
						or point.moment = 'AFTER_ANSWER' and new.event in ('CLEAN', 'LEFTOVERS', 'SETTLED'))
				else point.moment = 'BEFORE_INTENT' and new.event = 'INTENT'
					or point.moment = 'AFTER_ANSWER' and new.event in ('APPLIED', 'ADOPTED') end;
				if gate is not null then
					perform pg_advisory_xact_lock_shared(gate);
				end if;
				return new;
			end $$;
			create trigger kill_point_event before insert on step_event
			for each row execute function kill_point_event();

			create function kill_point_operation() returns trigger language plpgsql as $$
			declare gate bigint;
			begin
				select id into gate from kill_point point
				where point.operation = new.id and point.moment = 'AFTER_OUTCOME'
				and (select count(*) from step_event before
					where before.operation = new.id and before.position = point.position
					and case when point.settling then before.event in ('CLEAN', 'LEFTOVERS', 'SETTLED')
					else before.event in ('APPLIED', 'ADOPTED') end) > point.looks;
				if gate is not null then
					perform pg_advisory_xact_lock_shared(gate);
				end if;
				return new;
			end $$;
			create trigger kill_point_operation before update on operation
			for each row execute function kill_point_operation();
			""";

	private final JdbcClient jdbc;

	private final SingleConnectionDataSource keeper;

	/** Has the locks. */
	private final JdbcClient gates;

	KillPoints(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.jdbc.sql(SCHEMA).update();
		try {
			Connection connection = database.dataSource().getConnection();
			this.keeper = new SingleConnectionDataSource(connection, true);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		this.gates = JdbcClient.create(this.keeper);
	}

	/**
	 * The registration of this title will stop at a point.
	 * @param looks how many looks a settling step gets done before
	 * @return number of the point
	 */
	long add(String title, KilledStep step, KilledStep.Moment moment, int looks) {
		if (step.settles()) {
			insert(title, step, "LOST", 0);
		}
		long point = insert(title, step, moment.name(), step.settles() ? looks : 0);
		if (!moment.isOnTheWire()) {
			lock("pg_advisory_lock", point);
		}
		return point;
	}

	/** Which operations stand at their points. */
	Set<Long> reached() {
		Set<Long> reached = new HashSet<>(this.jdbc.sql("""
				select objid::bigint from pg_locks where locktype = 'advisory' and not granted
				and database = (select oid from pg_database where datname = current_database())""")
			.query(Long.class)
			.list());
		reached.addAll(this.jdbc.sql("""
				select id from kill_point where spent and moment in ('AFTER_INTENT', 'AFTER_SEND')
				and (select event from step_event where step_event.operation = kill_point.operation
				order by seq desc limit 1) like '%INTENT'""").query(Long.class).list());
		return reached;
	}

	/**
	 * Ends the transactions that wait, as the database does when it notices that the
	 * portal is gone.
	 */
	void endTransactions() {
		this.jdbc.sql("""
				select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and not granted
				and database = (select oid from pg_database where datname = current_database())""")
			.query(Long.class)
			.single();
	}

	/** From now on nothing waits at these points. */
	void open(Collection<Long> points) {
		points.forEach((point) -> lock("pg_advisory_unlock", point));
	}

	/** What is to happen to a call of a portal. */
	Fate fate(Call call) {
		if (call.writes()) {
			return spend("""
					event.client_request_id::text = :key and event.event = 'INTENT'
					and (not point.settling or point.moment = 'LOST')""", call.clientRequestId());
		}
		if (call.path().matches("/v1.0/applications/[0-9a-f-]{36}")) {
			return spend("""
					event.event = 'SETTLE_INTENT' and point.settling and point.moment <> 'LOST'
					and exists (select 1 from operation where operation.id = point.operation
					and operation.facts like '%' || :key || '%')
					and (select count(*) from step_event before where before.operation = point.operation
					and before.event = 'SETTLE_INTENT') > point.looks""", call.path().substring(19));
		}
		return Fate.PASSED;
	}

	private Fate spend(String which, String key) {
		Optional<String> moment = this.jdbc.sql("""
				update kill_point set spent = true where not spent and id = (select point.id from kill_point point
				join step_event event on event.operation = point.operation and event.position = point.position
				where not point.spent and point.moment in ('AFTER_INTENT', 'AFTER_SEND', 'LOST') and %s
				limit 1) returning moment""".formatted(which)).param("key", key).query(String.class).optional();
		return moment.map((reached) -> switch (reached) {
			case "AFTER_INTENT" -> Fate.HELD_ON_ITS_WAY;
			case "AFTER_SEND" -> Fate.ANSWER_HELD;
			default -> Fate.ANSWER_LOST;
		}).orElse(Fate.PASSED);
	}

	private long insert(String title, KilledStep step, String moment, int looks) {
		return this.jdbc.sql("""
				insert into kill_point (title, kind, nth, settling, looks, moment)
				values (:title, :kind, :nth, :settling, :looks, :moment) returning id""")
			.param("title", title)
			.param("kind", step.kind())
			.param("nth", step.nth())
			.param("settling", step.settles())
			.param("looks", looks)
			.param("moment", moment)
			.query(Long.class)
			.single();
	}

	private void lock(String function, long point) {
		this.gates.sql("select " + function + "(:id)::text").param("id", point).query(String.class).optional();
	}

	@Override
	public void close() {
		this.keeper.destroy();
	}

}
