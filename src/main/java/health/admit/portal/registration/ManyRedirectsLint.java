package health.admit.portal.registration;

import java.util.Optional;

/**
 * A long list of redirect URIs is one nobody checks.
 */
class ManyRedirectsLint implements LintRule {

	private static final int MANY = 10;

	@Override
	public Optional<Finding> check(DraftContent content) {
		Authentication authentication = content.authentication();
		if (authentication == null) {
			return Optional.empty();
		}
		int count = RedirectLints.matching(authentication, (uri) -> true).size();
		return (count <= MANY) ? Optional.empty()
				: Optional.of(Finding.note("L09", WizardStep.AUTHENTICATION, String.valueOf(count)));
	}

}
