package health.admit.portal.operation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.audit.AuditTrail;
import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.signin.Delegation;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Operations in the database.
 */
@Service
class DurableOperations implements Operations {

	private static final int OPEN_AT_MOST = 100;

	private final JdbcClient jdbc;

	private final OperationRows rows;

	private final Handlers handlers;

	private final AuditTrail audit;

	private final Runner runner;

	private final Clock clock;

	DurableOperations(JdbcClient jdbc, OperationRows rows, Handlers handlers, AuditTrail audit, Runner runner,
			Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.handlers = handlers;
		this.audit = audit;
		this.runner = runner;
		this.clock = clock;
	}

	@Override
	@Transactional
	public OperationId start(OperationId id, UUID key, Plan plan, Delegation delegation) {
		this.handlers.check(plan);
		if (!insert(id, key, plan, delegation)) {
			return existing(key, plan, delegation.tenant());
		}
		for (int position = 0; position < plan.steps().size(); position++) {
			insert(id, StepRow.planned(position, plan.steps().get(position)));
		}
		this.audit.append(AuditEntries.operation(this.rows.find(id).orElseThrow(), "started", delegation));
		runAfterCommit(id);
		return id;
	}

	@Override
	@Transactional
	public void resume(OperationId id, Delegation delegation) {
		OperationRow operation = this.rows.find(delegation.tenant(), id)
			.orElseThrow(() -> new NoSuchElementException("No operation " + id));
		this.rows.lock(id);
		int resumed = this.jdbc.sql("""
				update operation set phase = 'RUNNING', grant_id = :grant, operator = :operator, changed_at = :now,
				parked_scopes = null, parked_claims = null
				where id = :id and phase in ('PARKED', 'REFUSED')
				and not exists
				(select 1 from operation other where other.tenant = :tenant and other.idempotency_key = :undo)""")
			.param("tenant", delegation.tenant())
			.param("undo", id.undoKey())
			.param("grant", delegation.grant())
			.param("operator", delegation.operator())
			.param("now", now())
			.param("id", id.value())
			.update();
		if (resumed == 1) {
			this.jdbc.sql("""
					update step set tries = 0, waiting_for = null, next_try = null
					where operation = :id and status <> 'APPLIED'""").param("id", id.value()).update();
			this.audit.append(AuditEntries.operation(operation, "resumed", delegation));
			runAfterCommit(id);
		}
	}

	@Override
	public Optional<OperationId> startedWith(UUID tenant, UUID key) {
		return this.jdbc.sql("select id from operation where tenant = :tenant and idempotency_key = :key")
			.param("tenant", tenant)
			.param("key", key)
			.query((row, index) -> new OperationId(row.getObject("id", UUID.class)))
			.optional();
	}

	@Override
	public Optional<OperationState> find(UUID tenant, OperationId id) {
		return this.rows.find(tenant, id).map(OperationRow::state);
	}

	@Override
	public List<OperationState> open(UUID tenant) {
		return this.rows.newest(tenant, EnumSet.complementOf(EnumSet.of(Phase.FINISHED)), 0, OPEN_AT_MOST)
			.stream()
			.map(OperationRow::state)
			.toList();
	}

	private boolean insert(OperationId id, UUID key, Plan plan, Delegation delegation) {
		return this.jdbc.sql("""
				insert into operation (id, tenant, idempotency_key, plan, plan_hash, target, started_by, grant_id,
				operator, phase, facts, fence, started_at, changed_at)
				values (:id, :tenant, :key, :plan, :hash, :target, :by, :grant, :by, 'RUNNING', '{}', 0, :now, :now)
				on conflict do nothing""")
			.param("id", id.value())
			.param("tenant", delegation.tenant())
			.param("key", key)
			.param("plan", OperationJson.plan(plan))
			.param("hash", plan.hash())
			.param("target", target(plan))
			.param("by", delegation.operator())
			.param("grant", delegation.grant())
			.param("now", now())
			.update() == 1;
	}

	private void insert(OperationId id, StepRow step) {
		this.jdbc.sql("""
				insert into step (operation, position, status, attempt, sends, tries, tries_at_most, clean_looks)
				values (:id, :position, :status, 0, 0, 0, :most, 0)""")
			.param("id", id.value())
			.param("position", step.position())
			.param("status", step.status().name())
			.param("most", step.pending().triesAtMost())
			.update();
	}

	private OperationId existing(UUID key, Plan plan, UUID tenant) {
		OperationRow operation = startedWith(tenant, key).flatMap(this.rows::find)
			.orElseThrow(() -> new IllegalStateException("The operation id was used before"));
		if (!operation.planHash().equals(plan.hash())) {
			throw new PlanChanged("The form was confirmed before with another plan, as operation " + operation.id());
		}
		return operation.id();
	}

	/**
	 * The existing application that the plan is about; only one operation at a time may
	 * change it.
	 */
	private static @Nullable String target(Plan plan) {
		return plan.steps()
			.stream()
			.map((step) -> step.parameters().get(AuditEntries.APPLICATION))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private void runAfterCommit(OperationId id) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				DurableOperations.this.runner.carryOn(id);
			}
		});
	}

}
