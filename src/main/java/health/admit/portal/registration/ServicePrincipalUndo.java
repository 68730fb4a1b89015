package health.admit.portal.registration;

import java.util.Map;
import java.util.Optional;

import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.operation.PlannedStep.Verb;
import health.admit.portal.operation.StepUndo;
import health.admit.portal.operation.Undoing;

import org.springframework.stereotype.Component;

/**
 * Deletes the service principal that an operation made.
 */
@Component
class ServicePrincipalUndo implements StepUndo {

	@Override
	public String kind() {
		return RegistrationPlanner.SERVICE_PRINCIPAL;
	}

	@Override
	public Optional<Undoing> undo(MadeStep made) {
		Optional<Undoing> removed = made.fact("applicationObjectId")
			.flatMap((application) -> made.fact("servicePrincipalObjectId")
				.map((principal) -> new Undoing.Removed(new PlannedStep(RegistrationPlanner.DELETE_SERVICE_PRINCIPAL,
						Verb.CHANGE, made.step().label(), "DELETE /servicePrincipals/{id}",
						Map.of("applicationObjectId", application, "servicePrincipalObjectId", principal)))));
		return removed.or(() -> Optional.of(new Undoing.Untouched("registration.undo.along")));
	}

}
