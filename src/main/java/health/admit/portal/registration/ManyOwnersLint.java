package health.admit.portal.registration;

import java.util.Optional;

/**
 * Every owner can add a credential.
 */
class ManyOwnersLint implements LintRule {

	private static final int MANY = 5;

	@Override
	public Optional<Finding> check(DraftContent content) {
		Basics basics = content.basics();
		if (basics == null || basics.owners().size() <= MANY) {
			return Optional.empty();
		}
		return Optional.of(Finding.note("L14", WizardStep.BASICS, String.valueOf(basics.owners().size())));
	}

}
