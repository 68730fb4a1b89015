package health.admit.portal.registration;

import java.util.Optional;

/**
 * Personal accounts can hold no Azure role.
 */
class PersonalAccountsLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Basics basics = content.basics();
		if (basics == null || basics.accountTypes() == AccountTypes.THIS_DIRECTORY
				|| basics.accountTypes() == AccountTypes.ANY_DIRECTORY) {
			return Optional.empty();
		}
		return Optional.of(Finding.warning("L16", WizardStep.BASICS));
	}

}
