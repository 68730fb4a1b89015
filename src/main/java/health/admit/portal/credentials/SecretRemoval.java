package health.admit.portal.credentials;

import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Done;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Removes a client secret. One that is gone already, or whose application is, counts as
 * removed.
 */
@Component
class SecretRemoval implements StepHandler {

	private static final String GONE = "No password credential found with keyId";

	private final Directories directories;

	SecretRemoval(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return CredentialSteps.REMOVAL;
	}

	@Override
	public Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		UUID keyId = UUID.fromString(call.parameter("keyId"));
		Answer<Done> answer = this.directories.actingFor(call.delegation())
			.removeSecret(UUID.fromString(call.parameter("applicationObjectId")), keyId, call.clientRequestId());
		if (saysItIsGone(answer)) {
			return removed(keyId, answer.trace().requestId());
		}
		return Answers.read(answer, CredentialSteps.SCOPES, (failure) -> false,
				(success) -> removed(keyId, success.trace().requestId()));
	}

	/** Sending it again does no harm, so there is nothing to look for. */
	@Override
	public StepOutcome reconcile(StepCall call) {
		return apply(call);
	}

	private static boolean saysItIsGone(Answer<Done> answer) {
		return answer.fold((success) -> false,
				(failure) -> failure.status() == 404 || (failure.status() == 400 && failure.message().contains(GONE)),
				(silence) -> false);
	}

	private static StepOutcome removed(UUID keyId, @Nullable String requestId) {
		return new StepOutcome.Applied(Map.of("removedKeyId", keyId.toString()), null, requestId);
	}

}
