package health.admit.portal.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.Delegation;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads operations and their journal.
 */
@Component
class OperationRows {

	private final JdbcClient jdbc;

	OperationRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<OperationRow> find(OperationId id) {
		return withSteps(this.jdbc.sql("select * from operation where id = :id")
			.param("id", id.value())
			.query(OperationRows::operation)
			.list()).stream().findFirst();
	}

	Optional<OperationRow> find(UUID tenant, OperationId id) {
		return find(id).filter((row) -> row.tenant().equals(tenant));
	}

	/**
	 * Operations of the tenant in any of these phases, newest first.
	 * @param skip how many to leave out
	 */
	List<OperationRow> newest(UUID tenant, Collection<Phase> phases, int skip, int limit) {
		return withSteps(this.jdbc.sql("""
				select * from operation where tenant = :tenant and phase in (:phases)
				order by started_at desc, id limit :limit offset :skip""")
			.param("tenant", tenant)
			.param("phases", phases.stream().map(Enum::name).toList())
			.param("limit", limit)
			.param("skip", skip)
			.query(OperationRows::operation)
			.list());
	}

	/**
	 * Waits for whoever else wants to go on with the operation or to undo it, until the
	 * end of the transaction.
	 */
	void lock(OperationId id) {
		this.jdbc.sql("select id from operation where id = :id for update")
			.param("id", id.value())
			.query((row, index) -> row.getObject("id", UUID.class))
			.optional();
	}

	/**
	 * How many operations of the tenant stand where; phases without any are left out.
	 */
	Map<Phase, Integer> counts(UUID tenant) {
		Map<Phase, Integer> counts = new EnumMap<>(Phase.class);
		this.jdbc.sql("select phase, count(*) as operations from operation where tenant = :tenant group by phase")
			.param("tenant", tenant)
			.query((row) -> {
				counts.put(Phase.valueOf(row.getString("phase")), row.getInt("operations"));
			});
		return counts;
	}

	/**
	 * Running operations that nobody carries on.
	 */
	List<OperationId> abandoned(Instant now) {
		return this.jdbc.sql("""
				select id from operation where phase = 'RUNNING' and (lease_until is null or lease_until <= :now)
				order by started_at""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query((row, index) -> new OperationId(row.getObject("id", UUID.class)))
			.list();
	}

	/**
	 * The journal of an operation in the order it was written.
	 */
	List<StepEvent> events(OperationId id) {
		return this.jdbc.sql("select * from step_event where operation = :id order by seq")
			.param("id", id.value())
			.query(OperationRows::event)
			.list();
	}

	private static OperationRow operation(ResultSet row, int index) throws SQLException {
		return new OperationRow(new OperationId(row.getObject("id", UUID.class)), row.getObject("tenant", UUID.class),
				row.getObject("started_by", UUID.class),
				new Delegation(row.getObject("grant_id", UUID.class), row.getObject("tenant", UUID.class),
						row.getObject("operator", UUID.class)),
				OperationJson.plan(row.getString("plan")), row.getString("plan_hash"), row.getString("target"),
				Phase.valueOf(row.getString("phase")), OperationJson.facts(row.getString("facts")),
				scopes(row.getString("parked_scopes")), row.getString("parked_claims"), required(row, "started_at"),
				required(row, "changed_at"), List.of());
	}

	/**
	 * Reads the steps after the operations and not between them, for that would take a
	 * second connection while the first is held: a few readers at once would wait for
	 * each other.
	 */
	private List<OperationRow> withSteps(List<OperationRow> operations) {
		if (operations.isEmpty()) {
			return operations;
		}
		Map<UUID, Plan> plans = operations.stream()
			.collect(Collectors.toMap((operation) -> operation.id().value(), OperationRow::plan));
		Map<UUID, List<StepRow>> steps = new HashMap<>();
		this.jdbc.sql("select * from step where operation in (:ids) order by position")
			.param("ids", plans.keySet())
			.query((row) -> {
				UUID operation = row.getObject("operation", UUID.class);
				steps.computeIfAbsent(operation, (id) -> new ArrayList<>())
					.add(step(row, Objects.requireNonNull(plans.get(operation))));
			});
		return operations.stream()
			.map((operation) -> operation.with(steps.getOrDefault(operation.id().value(), List.of())))
			.toList();
	}

	private static StepRow step(ResultSet row, Plan plan) throws SQLException {
		int position = row.getInt("position");
		return new StepRow(position, plan.steps().get(position), StepState.Status.valueOf(row.getString("status")),
				new StepRow.Sent(row.getInt("attempt"), row.getInt("sends"),
						row.getObject("client_request_id", UUID.class), instant(row, "sent_at")),
				new StepRow.Wait(row.getString("waiting_for"), instant(row, "next_try"), row.getInt("tries"),
						row.getInt("tries_at_most")),
				new StepRow.Said(row.getString("code"), row.getString("message"), row.getString("request_id")),
				row.getInt("clean_looks"));
	}

	private static StepEvent event(ResultSet row, int index) throws SQLException {
		return new StepEvent(row.getInt("position"), row.getInt("attempt"),
				StepEvent.Kind.valueOf(row.getString("event")), required(row, "at"),
				row.getObject("operator", UUID.class), row.getLong("fence"),
				row.getObject("client_request_id", UUID.class), row.getString("request_id"), row.getString("code"),
				row.getString("message"));
	}

	private static Set<DelegatedScope> scopes(@Nullable String names) {
		return (names == null || names.isEmpty()) ? Set.of()
				: Arrays.stream(names.split(" ")).map(DelegatedScope::valueOf).collect(Collectors.toUnmodifiableSet());
	}

	private static Instant required(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time == null) ? null : time.toInstant();
	}

}
