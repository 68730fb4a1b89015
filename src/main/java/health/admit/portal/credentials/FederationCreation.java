package health.admit.portal.credentials;

import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.Done;
import health.admit.portal.directory.FederatedCredential;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Adds a federated identity credential. Issuer and subject are its natural key: the
 * service takes the pair once for an application.
 */
@Component
class FederationCreation implements StepHandler {

	private final Directories directories;

	FederationCreation(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return CredentialSteps.FEDERATION;
	}

	@Override
	public Repetition repetition() {
		return Repetition.WHEN_ABSENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		FederatedCredential wanted = wanted(call);
		Answer<Done> answer = directory(call).addFederatedCredential(application(call), wanted, call.clientRequestId());
		if (saysItExists(answer) && isThere(call)) {
			return applied(wanted, answer.trace().requestId());
		}
		return Answers.read(answer, CredentialSteps.SCOPES, (failure) -> failure.status() == 404,
				(success) -> applied(wanted, success.trace().requestId()));
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		return isThere(call) ? applied(wanted(call), null)
				: new StepOutcome.NotYet("operation.wait.replication", null, "", "", null);
	}

	private static boolean saysItExists(Answer<Done> answer) {
		return answer.fold((success) -> false,
				(failure) -> failure.status() == 409 || failure.message().contains("already exist"),
				(silence) -> false);
	}

	private boolean isThere(StepCall call) {
		FederatedCredential wanted = wanted(call);
		return directory(call).federatedCredentials(application(call))
			.stream()
			.anyMatch((there) -> there.issuer().equals(wanted.issuer()) && there.subject().equals(wanted.subject())
					&& there.audience().equals(wanted.audience()));
	}

	private static StepOutcome applied(FederatedCredential credential, @Nullable String requestId) {
		return new StepOutcome.Applied(Map.of("federationName", credential.name()), null, requestId);
	}

	private static FederatedCredential wanted(StepCall call) {
		return CredentialSteps.federation(call.step());
	}

	private Directory directory(StepCall call) {
		return this.directories.actingFor(call.delegation());
	}

	private static UUID application(StepCall call) {
		return UUID.fromString(call.fact("applicationObjectId"));
	}

}
