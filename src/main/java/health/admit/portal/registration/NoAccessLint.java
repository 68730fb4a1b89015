package health.admit.portal.registration;

import java.util.Optional;

/**
 * A client for whom nobody has a role gets 403 from every service.
 */
class NoAccessLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		AccessChoice access = content.access();
		boolean open = access != null
				&& (access.mode() == AccessChoice.Mode.LATER || (!access.forClient() && access.people().isEmpty()));
		return open ? Optional.of(Finding.note("L25", WizardStep.ACCESS)) : Optional.empty();
	}

}
