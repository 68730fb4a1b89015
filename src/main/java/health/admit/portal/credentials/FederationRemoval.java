package health.admit.portal.credentials;

import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Done;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;

import org.springframework.stereotype.Component;

/**
 * Ends the trust in another identity provider. What is gone already counts as removed.
 */
@Component
class FederationRemoval implements StepHandler {

	private final Directories directories;

	FederationRemoval(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return CredentialSteps.REMOVE_FEDERATION;
	}

	@Override
	public Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		Answer<Done> answer = this.directories.actingFor(call.delegation())
			.removeFederatedCredential(UUID.fromString(call.parameter("applicationObjectId")), call.parameter("name"),
					call.clientRequestId());
		return Answers.removed(answer, CredentialSteps.SCOPES, (failure) -> false);
	}

	/** Sending it again does no harm, so there is nothing to look for. */
	@Override
	public StepOutcome reconcile(StepCall call) {
		return apply(call);
	}

}
