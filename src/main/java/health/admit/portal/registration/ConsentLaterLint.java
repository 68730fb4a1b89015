package health.admit.portal.registration;

import java.util.Optional;

/**
 * Without consent nobody can sign in to the client.
 */
class ConsentLaterLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		PermissionChoice permissions = content.permissions();
		if (permissions == null || permissions.consentNow() || permissions.apis().isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(Finding.note("L23", WizardStep.PERMISSIONS));
	}

}
