package health.admit.portal.registration;

import java.util.Set;
import java.util.UUID;

import health.admit.portal.directory.Directories;
import health.admit.portal.operation.Answers;
import health.admit.portal.operation.RemovalHandler;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.signin.DelegatedScope;

import org.springframework.stereotype.Component;

/**
 * Deletes a service principal. One that is gone already counts as deleted.
 */
@Component
class ServicePrincipalDeletion implements RemovalHandler {

	private static final Set<DelegatedScope> SCOPES = Set.of(DelegatedScope.APPLICATION_WRITE);

	private final Directories directories;

	ServicePrincipalDeletion(Directories directories) {
		this.directories = directories;
	}

	@Override
	public String kind() {
		return RegistrationPlanner.DELETE_SERVICE_PRINCIPAL;
	}

	@Override
	public StepOutcome apply(StepCall call) {
		return Answers.removed(this.directories.actingFor(call.delegation())
			.deleteServicePrincipal(UUID.fromString(call.parameter("servicePrincipalObjectId")),
					call.clientRequestId()),
				SCOPES, (failure) -> false);
	}

}
