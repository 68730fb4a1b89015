package health.admit.portal.operation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import health.admit.portal.audit.AuditFixture;
import health.admit.portal.audit.AuditTrail;
import health.admit.portal.cloud.SecretValue;
import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.Operator;
import health.admit.support.TestDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/**
 * The real engine on a real database, in virtual time, with nodes that can die.
 */
final class World implements SecretKeeper, DelegatedTokens {

	final Delegation ada;

	final VirtualTime time;

	final Map<OperationId, String> kept = new HashMap<>();

	final Map<OperationId, Instant> finished = new HashMap<>();

	final JdbcClient jdbc;

	final CrashingTransactions transactions;

	final OperationRows rows;

	final Leases leases;

	final AuditTrail trail;

	final Calls calls = new Calls(this);

	private Engine engine;

	private DurableOperations operations;

	World(TestDatabase database) {
		this(database, new VirtualTime(), new Delegation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
	}

	World(TestDatabase database, VirtualTime time, Delegation ada) {
		this.time = time;
		this.ada = ada;
		this.jdbc = database.jdbc();
		this.transactions = new CrashingTransactions(database.transactions());
		this.rows = new OperationRows(this.jdbc);
		this.leases = new Leases(this.jdbc, this.transactions, this.time);
		this.trail = AuditFixture.trail(this.jdbc, this.time);
	}

	World with(List<StepHandler> handlers) {
		Handlers byKind = new Handlers(handlers);
		Journal journal = new Journal(this.jdbc, this.transactions, this.leases, this.trail, this, this.time);
		this.engine = new Engine(this.rows, journal, this.leases, byKind, this.calls, this.time, this.time);
		this.operations = new DurableOperations(this.jdbc, this.rows, byKind, this.trail,
				new Runner(this.engine, new Sleep(), new MockEnvironment()), this.time);
		return this;
	}

	OperationId start(Plan plan) {
		return start(UUID.randomUUID(), plan);
	}

	OperationId start(UUID key, Plan plan) {
		return inTransaction((operations) -> operations.start(OperationId.random(), key, plan, this.ada));
	}

	/**
	 * Starts what undoes an operation, if anything can be undone.
	 */
	Optional<OperationId> undo(OperationId id, List<StepUndo> kinds) {
		OperationRow made = this.rows.find(id).orElseThrow();
		return inTransaction((operations) -> {
			Undos undos = new Undos(this.jdbc, this.rows, new UndoPlanner(kinds), operations, this.time);
			return undos.plan(made).flatMap((undo) -> undos.start(made, undo.plan().hash(), this.ada));
		});
	}

	void resume(OperationId id, Delegation by) {
		inTransaction((operations) -> {
			operations.resume(id, by);
			return id;
		});
	}

	/**
	 * Lets nodes carry on the operation, each until it dies, until it no longer runs.
	 */
	OperationState drive(OperationId id) {
		for (int node = 0; node < 1000; node++) {
			if (state(id).phase() != Phase.RUNNING) {
				return state(id);
			}
			runOneNode(id);
		}
		throw new AssertionError("Does not end: " + state(id));
	}

	/**
	 * One node carries on until it is done or dies. A dead one's lease ends first.
	 */
	void runOneNode(OperationId id) {
		try {
			Optional<Lease> lease = this.leases.claim(id, UUID.randomUUID());
			if (lease.isPresent()) {
				new OperationRun(lease.get(), this.engine, () -> false).run();
			}
			else {
				this.time.pause(Leases.LENGTH.plusSeconds(1));
			}
		}
		catch (Crash ex) {
			this.time.pause(Leases.LENGTH.plusSeconds(1));
		}
	}

	/**
	 * One node carries on until it is told to stop.
	 */
	void runOneNode(OperationId id, BooleanSupplier stopping) {
		this.leases.claim(id, UUID.randomUUID())
			.ifPresent((lease) -> new OperationRun(lease, this.engine, stopping).run());
	}

	void run(Lease lease) {
		new OperationRun(lease, this.engine, () -> false).run();
	}

	OperationState state(OperationId id) {
		return this.rows.find(id).orElseThrow().state();
	}

	List<StepEvent.Kind> events(OperationId id) {
		return this.rows.events(id).stream().map(StepEvent::kind).toList();
	}

	/**
	 * Whether an intent with this id is committed, as another connection sees it.
	 */
	boolean announced(UUID clientRequestId) {
		return this.jdbc.sql("select count(*) from step_event where client_request_id = :id and event like '%INTENT'")
			.param("id", clientRequestId)
			.query(Integer.class)
			.single() > 0;
	}

	private <T> T inTransaction(Function<DurableOperations, T> work) {
		return this.transactions.execute((status) -> work.apply(this.operations));
	}

	@Override
	public void keep(OperationId operation, SecretValue secret) {
		this.kept.put(operation, secret.reveal());
	}

	@Override
	public void finished(OperationId operation) {
		this.finished.put(operation, this.time.instant());
	}

	@Override
	public String cookieName(OperationId operation) {
		return operation.toString();
	}

	@Override
	public Optional<ResponseCookie> offer(OperationId operation, @Nullable String held) {
		return Optional.empty();
	}

	@Override
	public Optional<ResponseCookie> prepare(OperationId operation, Operator operator, @Nullable String held) {
		return Optional.empty();
	}

	@Override
	public String graph(Delegation delegation, Set<DelegatedScope> scopes) {
		throw new UnsupportedOperationException();
	}

	@Override
	public String resourceManager(Delegation delegation) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void forget(Delegation delegation) {
	}

}
