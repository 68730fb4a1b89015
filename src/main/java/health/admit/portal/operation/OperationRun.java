package health.admit.portal.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import health.admit.portal.audit.AuditNotWritten;
import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.operation.StepHandler.Repetition;
import health.admit.portal.operation.StepState.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries on one operation under one lease until it is finished, refused, parked, taken
 * over or the portal stops. It keeps nothing in memory that the journal does not hold,
 * but for an outcome that cannot be recorded yet.
 */
final class OperationRun {

	private static final Logger logger = LoggerFactory.getLogger(OperationRun.class);

	/** Copies of the directory get this long before the step that cannot be looked up. */
	private static final Duration BEFORE_SECRET = Duration.ofSeconds(3);

	private final Lease lease;

	private final OperationRows rows;

	private final Journal journal;

	private final Leases leases;

	private final Handlers handlers;

	private final Calls calls;

	private final Pause pause;

	private final Clock clock;

	private final BooleanSupplier stopping;

	OperationRun(Lease lease, Engine engine, BooleanSupplier stopping) {
		this.lease = lease;
		this.rows = engine.rows();
		this.journal = engine.journal();
		this.leases = engine.leases();
		this.handlers = engine.handlers();
		this.calls = engine.calls();
		this.pause = engine.pause();
		this.clock = engine.clock();
		this.stopping = stopping;
	}

	void run() {
		while (recorded()) {
			if (this.stopping.getAsBoolean()) {
				this.leases.release(this.lease);
				return;
			}
		}
	}

	/**
	 * Takes the operation further, or says on its page that it stands still as long as
	 * the audit trail takes no entry.
	 */
	private boolean recorded() {
		try {
			return advance();
		}
		catch (AuditNotWritten ex) {
			OperationRow operation = operation();
			wait(operation, operation.current().orElseGet(() -> operation.steps().get(operation.steps().size() - 1)),
					ex);
			return true;
		}
	}

	/**
	 * Takes the operation one entry of the journal further.
	 * @return whether there is more to do
	 */
	private boolean advance() {
		OperationRow operation = operation();
		if (operation.phase() != Phase.RUNNING) {
			return false;
		}
		Optional<StepRow> current = operation.current();
		if (current.isEmpty()) {
			this.journal.finish(this.lease, operation);
			return false;
		}
		StepRow step = current.get();
		Instant due = step.pending().until();
		if (due != null && this.clock.instant().isBefore(due)) {
			waitUntil(due);
			return true;
		}
		StepHandler handler = this.handlers.of(step.planned());
		switch (step.status()) {
			case RUNNING -> this.journal.write(this.lease, operation, Transitions.interrupted(step));
			case UNKNOWN -> recover(operation, step, handler);
			case SETTLING -> settle(operation, step, handler);
			default -> send(operation, step, handler);
		}
		return true;
	}

	private void send(OperationRow operation, StepRow step, StepHandler handler) {
		if (wantsSettledDirectory(step, handler)) {
			this.journal.write(this.lease, operation,
					Transitions.delayed(step, Backoff.BEFORE_SECRET, this.clock.instant().plus(BEFORE_SECRET)));
			return;
		}
		Answered answered = announced(operation,
				() -> Transitions.intent(step, UUID.randomUUID(), this.clock.instant()),
				(call) -> this.calls.apply(handler, call));
		StepRow sent = answered.intent().step();
		record(operation, sent, Transitions.sent(sent, handler.repetition(), answered.outcome(), this.clock.instant()));
	}

	private void recover(OperationRow operation, StepRow step, StepHandler handler) {
		if (handler.repetition() == Repetition.IDEMPOTENT) {
			send(operation, step, handler);
			return;
		}
		UUID look = UUID.randomUUID();
		StepOutcome outcome = announced(operation, () -> Transitions.look(step, look),
				(call) -> this.calls.reconcile(handler, call))
			.outcome();
		record(operation, step, Transitions.looked(step, handler.repetition(), look, outcome, this.clock.instant()));
	}

	private void settle(OperationRow operation, StepRow step, StepHandler handler) {
		UUID look = UUID.randomUUID();
		StepOutcome outcome = announced(operation, () -> Transitions.look(step, look),
				(call) -> this.calls.settle(handler, call))
			.outcome();
		record(operation, step, Transitions.settled(step, look, outcome, this.clock.instant()));
	}

	/**
	 * Waits for a place, commits the intent, then makes the call.
	 */
	private Answered announced(OperationRow operation, Supplier<Change> intent, Function<StepCall, StepOutcome> call) {
		return this.calls.inPlace(() -> {
			Change change = intent.get();
			Instant announced = this.clock.instant();
			this.journal.write(this.lease, operation, change);
			StepRow step = change.step();
			UUID clientRequestId = change.clientRequestId();
			return new Answered(change,
					call.apply(new StepCall(operation.id(), step.planned(), step.sent().attempt(), operation.facts(),
							operation.delegation(), (clientRequestId != null) ? clientRequestId : UUID.randomUUID(),
							() -> stillOurs(announced))));
		});
	}

	/**
	 * Asks the database when so much time went by that another node may have taken over,
	 * because this one stood still or what it looked up took long.
	 */
	private void stillOurs(Instant announced) {
		if (this.clock.instant().isAfter(announced.plus(Leases.LENGTH.dividedBy(2)))) {
			this.leases.renew(this.lease);
		}
	}

	/**
	 * Records what came of a call, however long that takes: an outcome that is lost may
	 * be a secret that nobody ever sees.
	 */
	private void record(OperationRow operation, StepRow step, Change outcome) {
		while (true) {
			try {
				this.journal.write(this.lease, operation, outcome);
				return;
			}
			catch (AuditNotWritten ex) {
				if (this.stopping.getAsBoolean()) {
					throw ex;
				}
				wait(operation, step, ex);
			}
		}
	}

	private void wait(OperationRow operation, StepRow step, AuditNotWritten cause) {
		logger.error("Operation {} stands still: {}", operation.id(), cause.getMostSpecificCause().getMessage());
		Instant now = this.clock.instant();
		Change still = Transitions.unrecorded(step, now);
		this.journal.write(this.lease, operation, still);
		Instant due = still.step().pending().until();
		if (due != null) {
			waitUntil(due);
		}
	}

	private OperationRow operation() {
		return this.rows.find(this.lease.operation()).orElseThrow(() -> new LeaseLost(this.lease));
	}

	private static boolean wantsSettledDirectory(StepRow step, StepHandler handler) {
		return handler.repetition() == Repetition.UNDER_NEW_MARKER && step.position() > 0 && step.sent().attempt() == 0
				&& step.pending().cause() == null;
	}

	/**
	 * Sleeps in short stretches, so that the lease never runs out meanwhile.
	 */
	private void waitUntil(Instant due) {
		Duration left = Duration.between(this.clock.instant(), due);
		Duration stretch = Leases.LENGTH.dividedBy(3);
		this.pause.pause((left.compareTo(stretch) < 0) ? left : stretch);
		if (!this.stopping.getAsBoolean()) {
			this.leases.renew(this.lease);
		}
	}

	/**
	 * What was announced and what came of it.
	 */
	private record Answered(Change intent, StepOutcome outcome) {
	}

}
