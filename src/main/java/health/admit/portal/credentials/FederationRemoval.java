package health.admit.portal.credentials;

import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Done;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.RemovalHandler;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;

import org.springframework.stereotype.Component;

/**
 * Ends the trust in another identity provider. What is gone already counts as removed.
 */
@Component
class FederationRemoval implements RemovalHandler {

	private final Directories directories;

	FederationRemoval(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return CredentialSteps.REMOVE_FEDERATION;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		Answer<Done> answer = this.directories.actingFor(call.delegation())
			.removeFederatedCredential(UUID.fromString(call.parameter("applicationObjectId")), call.parameter("name"),
					call.clientRequestId());
		return Answers.removed(answer, CredentialSteps.SCOPES, (failure) -> false);
	}

}
