package health.admit.portal.credentials;

import java.util.Optional;

import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.StepUndo;
import health.admit.portal.operation.Undoing;

import org.springframework.stereotype.Component;

/**
 * Takes a client secret away again. A secret whose answer was lost has no key id to name
 * it by; it goes with the application.
 */
@Component
class SecretUndo implements StepUndo {

	@Override
	public String kind() {
		return CredentialSteps.SECRET;
	}

	@Override
	public Optional<Undoing> undo(MadeStep made) {
		Optional<Undoing> removed = made.fact("applicationObjectId")
			.flatMap((application) -> made.fact("secretKeyId")
				.map((key) -> new Undoing.Removed(
						CredentialSteps.removeSecret(application, key, made.step().label()))));
		return removed.or(() -> Optional.of(new Undoing.Untouched("credentials.undo.along")));
	}

}
