package health.admit.portal.access;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.portal.azure.Azures;
import health.admit.portal.azure.NewAssignment;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.cloud.Answer;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.signin.TokensRefused;

/**
 * Gives somebody a role on a service. Service, principal and role together are its
 * natural key, and the assignment is named after them.
 */
@Component
class RoleAssigning implements StepHandler {

	private final Azures azures;

	private final Clock clock;

	RoleAssigning(Azures azures, Clock clock) {
		this.azures = azures;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return AccessSteps.ASSIGN;
	}

	@Override
	public Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		NewAssignment wanted = AccessSteps.assignment(call);
		try {
			Answer<RoleAssignment> answer = this.azures.actingFor(call.delegation())
				.assign(wanted, call.clientRequestId());
			return answer.fold((success) -> read(call, wanted, answer), (failure) -> refused(call, wanted, failure),
					(silence) -> read(call, wanted, answer));
		}
		catch (TokensRefused ex) {
			return noToken(call, wanted, ex);
		}
	}

	private StepOutcome refused(StepCall call, NewAssignment wanted, Answer.Failure<RoleAssignment> failure) {
		if (Refusals.alreadyThere(failure)) {
			return assigned(wanted, failure.trace().requestId());
		}
		if (handsOver(call) && Refusals.isFinal(failure, wanted.type())) {
			return isThereAllTheSame(call, wanted, failure) ? assigned(wanted, failure.trace().requestId())
					: handedOver(wanted, failure.code(), failure.trace().requestId());
		}
		return read(call, wanted, failure);
	}

	/**
	 * Who may not assign now may have assigned a moment ago, without hearing of it; and
	 * what was written may be answered with 404.
	 */
	private boolean isThereAllTheSame(StepCall call, NewAssignment wanted, Answer.Failure<?> failure) {
		return (call.attempt() > 1 || failure.status() == 404) && isThere(call, wanted);
	}

	private StepOutcome read(StepCall call, NewAssignment wanted, Answer<RoleAssignment> answer) {
		return Answers.read(answer, AccessSteps.scopesFor(call.step()), Refusals::notReplicated,
				(success) -> assigned(wanted, success.trace().requestId()));
	}

	/** Entra may close Azure to the operator between planning and this. */
	private static StepOutcome noToken(StepCall call, NewAssignment wanted, TokensRefused refused) {
		if (refused.isPassing()) {
			return new StepOutcome.NotYet("operation.wait.unreachable", null, refused.code(), "", null);
		}
		return handsOver(call) ? handedOver(wanted, refused.code(), null)
				: new StepOutcome.Refused("AzureTokenRefused", refused.code(), null);
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		NewAssignment wanted = AccessSteps.assignment(call);
		return isThere(call, wanted) ? assigned(wanted, null)
				: new StepOutcome.NotYet("operation.wait.replication", null, "", "", null);
	}

	private boolean isThere(StepCall call, NewAssignment wanted) {
		return this.azures.actingFor(call.delegation())
			.assignments(wanted.scope(), wanted.principal())
			.items()
			.stream()
			.anyMatch((one) -> one.isOn(wanted.scope()) && one.principal().equals(wanted.principal())
					&& one.role().equals(wanted.role()));
	}

	private StepOutcome assigned(NewAssignment wanted, @Nullable String requestId) {
		return outcome(wanted, AssignmentOutcome.assigned(this.clock.instant()), requestId);
	}

	private static StepOutcome handedOver(NewAssignment wanted, String code, @Nullable String requestId) {
		return outcome(wanted, AssignmentOutcome.refused(code), requestId);
	}

	private static StepOutcome outcome(NewAssignment wanted, String fact, @Nullable String requestId) {
		return new StepOutcome.Applied(
				Map.of(AccessSteps.fact(wanted.scope(), wanted.principal(), wanted.role()), fact), null, requestId);
	}

	private static boolean handsOver(StepCall call) {
		return "true".equals(call.step().parameters().get("handOver"));
	}

}
