package health.admit.portal.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.operation.StepState.Status;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.Delegation;
import org.jspecify.annotations.Nullable;

/**
 * An operation with its steps, as stored.
 *
 * @param delegation whose tokens it uses now; the operator may be another than the one
 * who started it
 * @param parkedScopes what the operator has to grant before a parked operation goes on
 * @param parkedClaims the claims challenge it was parked with, decoded JSON
 */
record OperationRow(OperationId id, UUID tenant, UUID startedBy, Delegation delegation, Plan plan, String planHash,
		@Nullable String target, Phase phase, Map<String, String> facts, Set<DelegatedScope> parkedScopes,
		@Nullable String parkedClaims, Instant startedAt, Instant changedAt, List<StepRow> steps) {

	/**
	 * The same operation with its steps.
	 */
	OperationRow with(List<StepRow> read) {
		return new OperationRow(this.id, this.tenant, this.startedBy, this.delegation, this.plan, this.planHash,
				this.target, this.phase, this.facts, this.parkedScopes, this.parkedClaims, this.startedAt,
				this.changedAt, read);
	}

	/**
	 * The first step that is not done.
	 */
	Optional<StepRow> current() {
		return this.steps.stream().filter((step) -> step.status() != Status.APPLIED).findFirst();
	}

	OperationState state() {
		Optional<StepRow> current = current();
		List<StepState> states = this.steps.stream()
			.map((step) -> step.state(current.filter(step::equals).map(this::shown).orElse(step.status())))
			.toList();
		return new OperationState(this.id, this.tenant, this.startedBy, this.plan, this.phase, states, this.facts,
				this.startedAt, this.changedAt);
	}

	private Status shown(StepRow current) {
		return switch (this.phase) {
			case PARKED -> Status.PARKED;
			case REFUSED -> Status.REFUSED;
			default -> current.status();
		};
	}

}
