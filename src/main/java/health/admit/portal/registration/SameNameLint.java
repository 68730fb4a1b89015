package health.admit.portal.registration;

import java.util.Optional;

/**
 * A second application with one name is hard to tell apart.
 */
class SameNameLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Basics basics = content.basics();
		if (basics == null || !basics.sameNameAccepted()) {
			return Optional.empty();
		}
		return Optional.of(Finding.note("L18", WizardStep.BASICS, basics.name()));
	}

}
