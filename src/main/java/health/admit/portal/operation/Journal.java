package health.admit.portal.operation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import health.admit.portal.audit.AuditTrail;
import health.admit.portal.operation.OperationState.Phase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes what is going to happen and what came of it, each with its audit entry in one
 * transaction and only under the newest lease. When an entry cannot be written, what it
 * announces must not happen.
 */
@Component
class Journal {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Leases leases;

	private final AuditTrail audit;

	private final SecretKeeper keeper;

	private final Clock clock;

	Journal(JdbcClient jdbc, TransactionOperations transactions, Leases leases, AuditTrail audit, SecretKeeper keeper,
			Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.leases = leases;
		this.audit = audit;
		this.keeper = keeper;
		this.clock = clock;
	}

	/**
	 * Records a change of one step.
	 * @throws LeaseLost when another node has taken over
	 */
	void write(Lease lease, OperationRow operation, Change change) {
		this.transactions.executeWithoutResult((status) -> {
			this.leases.renew(lease);
			updateOperation(operation, change);
			updateStep(operation.id(), change.step());
			if (change.kind() != null) {
				insertEvent(lease, operation, change, change.kind());
			}
			if (change.secret() != null) {
				this.keeper.keep(operation.id(), change.secret());
			}
			if (change.phase() != Phase.RUNNING) {
				this.leases.release(lease);
			}
			if (change.kind() != null) {
				this.audit.append(AuditEntries.step(operation, change, change.kind()));
			}
		});
	}

	/**
	 * Records that every step is done.
	 */
	void finish(Lease lease, OperationRow operation) {
		this.transactions.executeWithoutResult((status) -> {
			this.leases.renew(lease);
			this.jdbc.sql("update operation set phase = 'FINISHED', changed_at = :now where id = :id")
				.param("now", now())
				.param("id", operation.id().value())
				.update();
			this.keeper.finished(operation.id());
			this.leases.release(lease);
			this.audit.append(AuditEntries.operation(operation, "finished", operation.delegation()));
		});
	}

	private void updateOperation(OperationRow operation, Change change) {
		Map<String, String> facts = new HashMap<>(operation.facts());
		facts.putAll(change.facts());
		this.jdbc.sql("""
				update operation set phase = :phase, facts = :facts, parked_scopes = :scopes, parked_claims = :claims,
				changed_at = :now where id = :id""")
			.param("phase", change.phase().name())
			.param("facts", OperationJson.facts(facts))
			.param("scopes", change.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
			.param("claims", change.claims())
			.param("now", now())
			.param("id", operation.id().value())
			.update();
	}

	private void updateStep(OperationId id, StepRow step) {
		this.jdbc.sql("""
				update step set status = :status, attempt = :attempt, sends = :sends, tries = :tries,
				tries_at_most = :most, clean_looks = :clean, client_request_id = :call, waiting_for = :cause,
				next_try = :next, sent_at = :sent, code = :code, message = :message, request_id = :request
				where operation = :id and position = :position""")
			.param("status", step.status().name())
			.param("attempt", step.sent().attempt())
			.param("sends", step.sent().sends())
			.param("tries", step.pending().tries())
			.param("most", step.pending().triesAtMost())
			.param("clean", step.cleanLooks())
			.param("call", step.sent().clientRequestId())
			.param("cause", step.pending().cause())
			.param("next", utc(step.pending().until()))
			.param("sent", utc(step.sent().at()))
			.param("code", Texts.atMost(step.said().code(), 200))
			.param("message", Texts.atMost(step.said().message(), 4000))
			.param("request", Texts.atMost(step.said().requestId(), 200))
			.param("id", id.value())
			.param("position", step.position())
			.update();
	}

	private void insertEvent(Lease lease, OperationRow operation, Change change, StepEvent.Kind kind) {
		StepRow step = change.step();
		this.jdbc.sql("""
				insert into step_event (operation, position, attempt, event, at, operator, node, fence,
				client_request_id, request_id, code, message)
				values (:id, :position, :attempt, :event, :at, :operator, :node, :fence, :call, :request, :code,
				:message)""")
			.param("id", operation.id().value())
			.param("position", step.position())
			.param("attempt", step.sent().attempt())
			.param("event", kind.name())
			.param("at", now())
			.param("operator", operation.delegation().operator())
			.param("node", lease.node())
			.param("fence", lease.fence())
			.param("call", change.clientRequestId())
			.param("request", kind.isIntent() ? null : Texts.atMost(step.said().requestId(), 200))
			.param("code", kind.isIntent() ? null : Texts.atMost(step.said().code(), 200))
			.param("message", kind.isIntent() ? null : Texts.atMost(step.said().message(), 4000))
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant == null) ? null : instant.atOffset(ZoneOffset.UTC);
	}

}
