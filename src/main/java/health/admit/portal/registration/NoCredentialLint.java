package health.admit.portal.registration;

import java.util.Optional;

/**
 * A confidential client without a credential cannot get a token.
 */
class NoCredentialLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		CredentialChoice credential = content.credential();
		if (credential == null || credential.kind() != CredentialChoice.Kind.LATER) {
			return Optional.empty();
		}
		return Optional.of(Finding.warning("L04", WizardStep.CREDENTIALS));
	}

}
