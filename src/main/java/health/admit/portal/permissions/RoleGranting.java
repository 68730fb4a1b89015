package health.admit.portal.permissions;

import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.AppRoleGrant;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepHandler;
import health.admit.portal.operation.StepOutcome;

import org.springframework.stereotype.Component;

/**
 * Grants an app role of an API to the client: admin consent to an application permission.
 * Client, API and role together are its natural key.
 */
@Component
class RoleGranting implements StepHandler {

	private final Directories directories;

	RoleGranting(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return PermissionSteps.ROLE;
	}

	@Override
	public Repetition repetition() {
		return Repetition.IDEMPOTENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		Answer<AppRoleGrant> answer = directory(call).grantAppRole(PermissionSteps.clientPrincipal(call),
				PermissionSteps.resourcePrincipal(call), role(call), call.clientRequestId());
		if (Refusals.alreadyThere(answer)) {
			return new StepOutcome.Applied(Map.of(), null, answer.trace().requestId());
		}
		return Answers.read(answer, PermissionSteps.scopesFor(call.step()), Refusals::notReplicated,
				(success) -> new StepOutcome.Applied(Map.of(), null, success.trace().requestId()));
	}

	@Override
	public StepOutcome reconcile(StepCall call) {
		UUID resource = PermissionSteps.resourcePrincipal(call);
		boolean there = directory(call).appRoleGrants(PermissionSteps.clientPrincipal(call))
			.stream()
			.anyMatch((grant) -> grant.resourcePrincipal().equals(resource) && grant.appRole().equals(role(call)));
		return there ? new StepOutcome.Applied(Map.of())
				: new StepOutcome.NotYet("operation.wait.replication", null, "", "", null);
	}

	private Directory directory(StepCall call) {
		return this.directories.actingFor(call.delegation());
	}

	private static UUID role(StepCall call) {
		return UUID.fromString(call.parameter("appRole"));
	}

}
