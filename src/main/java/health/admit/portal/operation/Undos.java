package health.admit.portal.operation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.signin.Delegation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the operation that undoes another one. There is at most one for each, because
 * its idempotency key follows from the operation that it undoes, and from then on that
 * one cannot go on.
 */
@Service
class Undos {

	private final JdbcClient jdbc;

	private final OperationRows rows;

	private final UndoPlanner planner;

	private final Operations operations;

	private final Clock clock;

	Undos(JdbcClient jdbc, OperationRows rows, UndoPlanner planner, Operations operations, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.planner = planner;
		this.operations = operations;
		this.clock = clock;
	}

	/**
	 * What undoing would do now; empty while the operation is under way, and when it was
	 * undone or there is nothing that the portal could remove.
	 */
	Optional<UndoPlan> plan(OperationRow operation) {
		if (operation.phase() == Phase.RUNNING || of(operation).isPresent()) {
			return Optional.empty();
		}
		return Optional.of(this.planner.plan(operation)).filter(UndoPlan::isPossible);
	}

	/**
	 * The operation that undoes this one.
	 */
	Optional<OperationId> of(OperationRow operation) {
		return this.operations.startedWith(operation.tenant(), operation.id().undoKey());
	}

	/**
	 * Starts it, unless what it would do is no longer what was shown.
	 * @param shown hash of the plan that was confirmed
	 * @return the operation that undoes this one, also when it was started before; empty
	 * when nothing was started
	 */
	@Transactional
	Optional<OperationId> start(OperationRow original, String shown, Delegation delegation) {
		this.rows.lock(original.id());
		OperationRow operation = this.rows.find(delegation.tenant(), original.id())
			.orElseThrow(() -> new OperationNotFound(original.id()));
		return of(operation).or(() -> plan(operation).map(UndoPlan::plan)
			.filter((plan) -> plan.hash().equals(shown))
			.map((plan) -> start(operation, plan, delegation)));
	}

	private OperationId start(OperationRow operation, Plan plan, Delegation delegation) {
		OperationId undo = this.operations.start(OperationId.random(), operation.id().undoKey(), plan, delegation);
		Instant visible = operation.changedAt().plus(Transitions.LAG_WINDOW);
		if (this.clock.instant().isBefore(visible)) {
			waitUntil(visible, undo);
		}
		return undo;
	}

	/**
	 * Until every copy of the directory shows what was made, a removal that finds nothing
	 * does not prove that nothing is there.
	 */
	private void waitUntil(Instant visible, OperationId undo) {
		this.jdbc.sql("""
				update step set waiting_for = :cause, next_try = :visible
				where operation = :undo and position = 0""")
			.param("cause", Backoff.VISIBLE)
			.param("visible", visible.atOffset(ZoneOffset.UTC))
			.param("undo", undo.value())
			.update();
	}

}
