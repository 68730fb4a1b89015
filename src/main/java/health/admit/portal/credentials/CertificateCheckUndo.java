package health.admit.portal.credentials;

import java.util.Optional;

import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.StepUndo;
import health.admit.portal.operation.Undoing;

import org.springframework.stereotype.Component;

/**
 * To have looked leaves nothing behind.
 */
@Component
class CertificateCheckUndo implements StepUndo {

	@Override
	public String kind() {
		return CertificateSteps.CHECK;
	}

	@Override
	public Optional<Undoing> undo(MadeStep made) {
		return Optional.empty();
	}

}
