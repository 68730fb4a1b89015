package health.admit.portal.registration;

import java.util.Optional;

/**
 * A client that everybody can read must have no credential.
 */
class PublicCredentialLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Authentication authentication = content.authentication();
		if (authentication == null || authentication.confidential() || content.credential() == null) {
			return Optional.empty();
		}
		return Optional.of(Finding.warning("L05", WizardStep.AUTHENTICATION));
	}

}
