package health.admit.portal.registration;

import java.util.Optional;

/**
 * A name that is easy to mistake for another one.
 */
class UnusualNameLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Basics basics = content.basics();
		if (basics == null || UnusualName.in(basics.name()).isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(Finding.warning("L17", WizardStep.BASICS));
	}

}
