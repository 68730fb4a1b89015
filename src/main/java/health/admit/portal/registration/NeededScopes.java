package health.admit.portal.registration;

import java.util.Set;
import java.util.TreeSet;

import health.admit.portal.access.AccessSteps;
import health.admit.portal.credentials.CredentialSteps;
import health.admit.portal.operation.Plan;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.permissions.PermissionSteps;
import health.admit.portal.signin.DelegatedScope;

/**
 * The delegated permissions that the steps of a plan need. Pure.
 */
final class NeededScopes {

	private NeededScopes() {
	}

	static Set<DelegatedScope> of(Plan plan) {
		Set<DelegatedScope> scopes = new TreeSet<>(Set.of(DelegatedScope.APPLICATION_WRITE));
		for (PlannedStep step : plan.steps()) {
			scopes.addAll(CredentialSteps.scopesFor(step));
			scopes.addAll(PermissionSteps.scopesFor(step));
			scopes.addAll(AccessSteps.scopesFor(step));
			if (RegistrationPlanner.OWNER.equals(step.kind())) {
				scopes.addAll(OwnerAddition.SCOPES);
			}
		}
		return scopes;
	}

}
