package health.admit.portal.credentials;

import java.util.Optional;

import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.StepUndo;
import health.admit.portal.operation.Undoing;

import org.springframework.stereotype.Component;

/**
 * Takes away the certificate that an operation added, unless it was there before.
 */
@Component
class CertificateUndo implements StepUndo {

	@Override
	public String kind() {
		return CertificateSteps.ADD;
	}

	@Override
	public Optional<Undoing> undo(MadeStep made) {
		if (made.fact("certificateMade").filter("false"::equals).isPresent()) {
			return Optional.of(new Undoing.Untouched("credentials.undo.certificate"));
		}
		String keyId = made.fact("certificateKeyId")
			.orElseGet(() -> CertificateSteps.keyId(made.operation()).toString());
		return made.parameter("applicationObjectId")
			.map((application) -> new Undoing.Removed(
					CertificateSteps.remove(application, keyId, made.step().label())));
	}

}
