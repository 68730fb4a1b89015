package health.admit.portal.registration;

import java.util.Optional;

/**
 * Nobody is asked about a client without an owner.
 */
class NoOwnerLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Basics basics = content.basics();
		if (basics == null || !basics.owners().isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(Finding.warning("L13", WizardStep.BASICS));
	}

}
