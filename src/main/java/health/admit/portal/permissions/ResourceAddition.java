package health.admit.portal.permissions;

import java.util.UUID;

import health.admit.portal.directory.Directories;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;

import org.springframework.stereotype.Component;

/**
 * Adds the service principal of an API of another organisation, which is how Azure API
 * for DICOM comes into a tenant that has no DICOM service yet. The app id is its natural
 * key.
 */
@Component
class ResourceAddition implements StepHandler {

	private final ServicePrincipalAddition addition;

	ResourceAddition(Directories directories) {
		this.addition = new ServicePrincipalAddition(directories, PermissionSteps.scopesFor(PermissionSteps.RESOURCE),
				(failure) -> false);
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
		return this.addition.add(call, appId(call), PermissionSteps.resourceFact(call));
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		return this.addition.find(call, appId(call), PermissionSteps.resourceFact(call));
	}

	private static UUID appId(StepCall call) {
		return UUID.fromString(call.parameter("resourceAppId"));
	}

}
