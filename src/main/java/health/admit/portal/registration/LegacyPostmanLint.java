package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;

/**
 * The redirect URI of the old article, which current Postman does not use.
 */
class LegacyPostmanLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Authentication authentication = content.authentication();
		if (authentication == null) {
			return Optional.empty();
		}
		List<String> legacy = RedirectLints.matching(authentication, (uri) -> "www.getpostman.com".equals(uri.host()));
		return legacy.isEmpty() ? Optional.empty() : Optional.of(Finding.note("L12", WizardStep.AUTHENTICATION));
	}

}
