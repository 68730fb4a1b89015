package health.admit.portal.permissions;

import java.util.Optional;

import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.StepUndo;
import health.admit.portal.operation.Undoing;

import org.springframework.stereotype.Component;

/**
 * Takes the app role back that an operation granted to the client it made.
 */
@Component
class RoleUndo implements StepUndo {

	@Override
	public String kind() {
		return PermissionSteps.ROLE;
	}

	@Override
	public Optional<Undoing> undo(MadeStep made) {
		Optional<Undoing> removed = PermissionSteps.takeBack(made).map(Undoing.Removed::new);
		return removed.or(() -> Optional.of(new Undoing.Untouched("permissions.undo.before")));
	}

}
