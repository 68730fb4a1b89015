package health.admit.portal.access;

import java.util.Map;

import org.springframework.stereotype.Component;

import health.admit.portal.azure.AssignmentId;
import health.admit.portal.azure.Azures;
import health.admit.portal.cloud.Answer;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.RemovalHandler;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.signin.TokensRefused;

/**
 * Takes a role away again. One that is gone already counts as removed.
 */
@Component
class RoleRemoving implements RemovalHandler {

	private final Azures azures;

	RoleRemoving(Azures azures) {
		this.azures = azures;
	}

	@Override
	public String kind() {
		return AccessSteps.REMOVE;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		try {
			Answer<Boolean> answer = this.azures.actingFor(call.delegation())
				.remove(assignment(call), call.clientRequestId());
			boolean gone = answer.fold((success) -> false, (failure) -> failure.status() == 404, (silence) -> false);
			return gone ? new StepOutcome.Applied(Map.of(), null, answer.trace().requestId())
					: Answers.read(answer, AccessSteps.SCOPES, (failure) -> false,
							(success) -> new StepOutcome.Applied(Map.of(), null, success.trace().requestId()));
		}
		catch (TokensRefused ex) {
			return ex.isPassing() ? new StepOutcome.NotYet("operation.wait.unreachable", null, ex.code(), "", null)
					: new StepOutcome.Refused("AzureTokenRefused", ex.code(), null);
		}
	}

	private static AssignmentId assignment(StepCall call) {
		return AssignmentId.parse(call.parameter("assignment"))
			.orElseThrow(() -> new IllegalStateException("Step names no assignment"));
	}

}
