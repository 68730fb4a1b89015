package health.admit.portal.credentials;

import java.util.Optional;

import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.StepUndo;
import health.admit.portal.operation.Undoing;

import org.springframework.stereotype.Component;

/**
 * Ends the trust in another identity provider that an operation began.
 */
@Component
class FederationUndo implements StepUndo {

	@Override
	public String kind() {
		return CredentialSteps.FEDERATION;
	}

	@Override
	public Optional<Undoing> undo(MadeStep made) {
		Optional<Undoing> removed = made.fact("applicationObjectId")
			.map((application) -> new Undoing.Removed(
					CredentialSteps.removeFederation(application, CredentialSteps.federation(made.step()).name())));
		return removed.or(() -> Optional.of(new Undoing.Untouched("credentials.undo.along")));
	}

}
