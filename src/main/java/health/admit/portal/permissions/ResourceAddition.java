package health.admit.portal.permissions;

import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Adds the service principal of an API of another organisation, which is how Azure API
 * for DICOM comes into a tenant that has no DICOM service yet. The app id is its natural
 * key.
 */
@Component
class ResourceAddition implements StepHandler {

	private final Directories directories;

	ResourceAddition(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return PermissionSteps.RESOURCE;
	}

	@Override
	public Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		Answer<ServicePrincipalRecord> answer = directory(call).createServicePrincipal(appId(call),
				call.clientRequestId());
		boolean taken = answer.fold((success) -> false, (failure) -> failure.status() == 409
				&& "Request_MultipleObjectsWithSameKeyValue".equals(failure.code()), (silence) -> false);
		if (taken) {
			return reconcile(call);
		}
		return Answers.read(answer, PermissionSteps.scopesFor(call.step()), (failure) -> false,
				(success) -> applied(call, success.value(), success.trace().requestId()));
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		return directory(call).servicePrincipal(appId(call))
			.map((found) -> applied(call, found, null))
			.orElseGet(() -> new StepOutcome.NotYet("operation.wait.replication", null, "", "", null));
	}

	private static StepOutcome applied(StepCall call, ServicePrincipalRecord principal, @Nullable String requestId) {
		return new StepOutcome.Applied(Map.of(PermissionSteps.resourceFact(call), principal.objectId().toString()),
				null, requestId);
	}

	private Directory directory(StepCall call) {
		return this.directories.actingFor(call.delegation());
	}

	private static UUID appId(StepCall call) {
		return UUID.fromString(call.parameter("resourceAppId"));
	}

}
