package health.admit.portal.permissions;

import java.util.Optional;

import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.StepUndo;
import health.admit.portal.operation.Undoing;

import org.springframework.stereotype.Component;

/**
 * Leaves an API in the tenant: it belongs to another organisation, and by now other
 * clients may use it.
 */
@Component
class ResourceUndo implements StepUndo {

	@Override
	public String kind() {
		return PermissionSteps.RESOURCE;
	}

	@Override
	public Optional<Undoing> undo(MadeStep made) {
		return Optional.of(new Undoing.Untouched("permissions.undo.resource"));
	}

}
