package health.admit.portal.permissions;

import java.util.UUID;

import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.operation.RemovalHandler;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;

import org.springframework.stereotype.Component;

/**
 * Takes an app role of an API back from a client. A copy of the directory that does not
 * show it yet does no harm: the service principal goes after it, and with that whatever
 * was granted to it.
 */
@Component
class RoleRevoking implements RemovalHandler {

	private final Directories directories;

	RoleRevoking(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return PermissionSteps.REMOVE_ROLE;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		Directory directory = this.directories.actingFor(call.delegation());
		UUID resource = Removals.id(call, "resource");
		UUID role = Removals.id(call, "appRole");
		return Removals.of(call,
				() -> directory.appRoleGrants(Removals.id(call, "client"))
					.stream()
					.filter((grant) -> grant.resourcePrincipal().equals(resource) && grant.appRole().equals(role))
					.findFirst()
					.map((grant) -> directory.removeAppRole(grant, call.clientRequestId())));
	}

}
