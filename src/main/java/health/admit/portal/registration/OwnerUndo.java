package health.admit.portal.registration;

import java.util.Optional;

import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.StepUndo;
import health.admit.portal.operation.Undoing;

import org.springframework.stereotype.Component;

/**
 * Lets ownership go with the application: whoever may delete it only as an owner could
 * not any more.
 */
@Component
class OwnerUndo implements StepUndo {

	@Override
	public String kind() {
		return RegistrationPlanner.OWNER;
	}

	@Override
	public Optional<Undoing> undo(MadeStep made) {
		return Optional.of(new Undoing.Untouched("registration.undo.along"));
	}

}
