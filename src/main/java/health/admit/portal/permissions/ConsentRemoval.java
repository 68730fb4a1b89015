package health.admit.portal.permissions;

import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.operation.RemovalHandler;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;

import org.springframework.stereotype.Component;

/**
 * Takes back the consent for everyone between a client and an API. A copy of the
 * directory that does not show it yet does no harm: the service principal goes after it,
 * and with that whatever was granted to it.
 */
@Component
class ConsentRemoval implements RemovalHandler {

	private final Directories directories;

	ConsentRemoval(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return PermissionSteps.REMOVE_CONSENT;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		Directory directory = this.directories.actingFor(call.delegation());
		return Removals.of(call,
				() -> directory.tenantWideGrant(Removals.id(call, "client"), Removals.id(call, "resource"))
					.map((grant) -> directory.removeGrant(grant, call.clientRequestId())));
	}

}
