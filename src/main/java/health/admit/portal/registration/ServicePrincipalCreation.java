package health.admit.portal.registration;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.signin.DelegatedScope;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes the application's presence in this tenant, without which it gets neither token
 * nor Azure role. The app id is its natural key.
 */
@Component
class ServicePrincipalCreation implements StepHandler {

	private static final Set<DelegatedScope> SCOPES = Set.of(DelegatedScope.APPLICATION_WRITE);

	private final Directories directories;

	ServicePrincipalCreation(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return RegistrationPlanner.SERVICE_PRINCIPAL;
	}

	@Override
	public Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		Answer<ServicePrincipalRecord> answer = directory(call).createServicePrincipal(appId(call),
				call.clientRequestId());
		return answer.fold((success) -> applied(success.value(), success.trace().requestId()),
				(failure) -> refused(call, failure), (silence) -> read(answer));
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		return directory(call).servicePrincipal(appId(call))
			.map((found) -> applied(found, null))
			.orElseGet(() -> new StepOutcome.NotYet("operation.wait.replication", null, "", "", null));
	}

	private StepOutcome refused(StepCall call, Answer.Failure<ServicePrincipalRecord> failure) {
		if (failure.status() == 409 && "Request_MultipleObjectsWithSameKeyValue".equals(failure.code())) {
			return reconcile(call);
		}
		if (failure.status() == 403 && failure.message().contains("must in the local tenant")) {
			return new StepOutcome.NotYet("operation.wait.replication-short", failure.retryAfter(), failure.code(),
					failure.message(), failure.trace().requestId());
		}
		return read(failure);
	}

	private static StepOutcome read(Answer<ServicePrincipalRecord> answer) {
		return Answers.read(answer, SCOPES,
				(failure) -> failure.status() == 404
						|| failure.message().contains("does not reference a valid application object"),
				(success) -> applied(success.value(), success.trace().requestId()));
	}

	private static StepOutcome applied(ServicePrincipalRecord principal, @Nullable String requestId) {
		return new StepOutcome.Applied(Map.of("servicePrincipalObjectId", principal.objectId().toString()), null,
				requestId);
	}

	private Directory directory(StepCall call) {
		return this.directories.actingFor(call.delegation());
	}

	private static UUID appId(StepCall call) {
		return UUID.fromString(call.fact("appId"));
	}

}
