package health.admit.portal.access;

import java.util.Optional;
import java.util.UUID;

import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.StepUndo;
import health.admit.portal.operation.Undoing;

import org.springframework.stereotype.Component;

/**
 * Takes the role away that an operation gave to the client it made. Anybody else may have
 * had the role before, which Azure does not tell, and keeps it.
 */
@Component
class AssignmentUndo implements StepUndo {

	@Override
	public String kind() {
		return AccessSteps.ASSIGN;
	}

	@Override
	public Optional<Undoing> undo(MadeStep made) {
		Optional<String> client = made.fact("servicePrincipalObjectId");
		if (client.isEmpty() || made.parameter("principalId").filter((id) -> !client.get().equals(id)).isPresent()) {
			return Optional.of(new Undoing.Untouched("access.undo.stays"));
		}
		return AccessSteps.takeBack(made, UUID.fromString(client.get())).map(Undoing.Removed::new);
	}

}
