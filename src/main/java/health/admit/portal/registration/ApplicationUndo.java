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
 * Deletes the application that an operation made, last of all. Its unique name is that of
 * the operation, so nobody else can have made it.
 */
@Component
class ApplicationUndo implements StepUndo {

	@Override
	public String kind() {
		return RegistrationPlanner.APPLICATION;
	}

	@Override
	public Optional<Undoing> undo(MadeStep made) {
		Optional<Undoing> removed = made.fact("applicationObjectId")
			.map((application) -> new Undoing.Removed(
					new PlannedStep(RegistrationPlanner.DELETE_APPLICATION, Verb.CHANGE, made.step().label(),
							"DELETE /applications/{id}", Map.of("applicationObjectId", application))));
		return removed.or(() -> Optional.of(new Undoing.Untouched("registration.undo.unknown")));
	}

}
