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
 * Removes a client secret by its key id. One that is gone already counts as removed.
 */
@Component
class SecretRemoval implements RemovalHandler {

	private final Directories directories;

	SecretRemoval(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return CredentialSteps.REMOVE_SECRET;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		Answer<Done> answer = this.directories.actingFor(call.delegation())
			.removeSecret(UUID.fromString(call.parameter("applicationObjectId")),
					UUID.fromString(call.parameter("keyId")), call.clientRequestId());
		return Answers.removed(answer, CredentialSteps.SCOPES, SecretRemoval::isGone);
	}

	private static boolean isGone(Answer.Failure<Done> failure) {
		return failure.status() == 400 && failure.message().startsWith("No password credential found");
	}

}
