package health.admit.portal.permissions;

import java.util.Optional;

import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.StepUndo;
import health.admit.portal.operation.Undoing;

import org.springframework.stereotype.Component;

/**
 * Takes the consent back that an operation gave to the client it made.
 */
@Component
class ConsentUndo implements StepUndo {

	@Override
	public String kind() {
		return PermissionSteps.CONSENT;
	}

	@Override
	public Optional<Undoing> undo(MadeStep made) {
		Optional<Undoing> removed = PermissionSteps.takeBack(made).map(Undoing.Removed::new);
		return removed.or(() -> Optional.of(new Undoing.Untouched("permissions.undo.before")));
	}

}
