package health.admit.portal.registration;

import java.util.Optional;

/**
 * A client that other organisations can sign in to.
 */
class ManyDirectoriesLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Basics basics = content.basics();
		if (basics == null || basics.accountTypes() != AccountTypes.ANY_DIRECTORY) {
			return Optional.empty();
		}
		return Optional.of(Finding.warning("L15", WizardStep.BASICS));
	}

}
