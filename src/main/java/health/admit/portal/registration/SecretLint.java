package health.admit.portal.registration;

import java.util.Optional;

/**
 * A secret can be copied; a certificate or a federated credential cannot be so easily.
 */
class SecretLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		CredentialChoice credential = content.credential();
		if (credential == null || credential.kind() != CredentialChoice.Kind.SECRET) {
			return Optional.empty();
		}
		return Optional.of(Finding.note("L01", WizardStep.CREDENTIALS));
	}

}
