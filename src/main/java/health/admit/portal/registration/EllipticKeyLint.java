package health.admit.portal.registration;

import java.util.Base64;
import java.util.Optional;

/**
 * Entra stores certificates of any key, but takes assertions of RSA keys only.
 */
class EllipticKeyLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		CredentialChoice credential = content.credential();
		CredentialChoice.Certificate certificate = (credential != null) ? credential.certificate() : null;
		if (certificate == null || Thumbprints.signsForEntra(Base64.getDecoder().decode(certificate.der()))) {
			return Optional.empty();
		}
		return Optional.of(Finding.warning("L24", WizardStep.CREDENTIALS));
	}

}
