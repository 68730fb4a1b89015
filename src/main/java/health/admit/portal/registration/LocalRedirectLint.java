package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;

/**
 * Redirect URIs on localhost are for development.
 */
class LocalRedirectLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Authentication authentication = content.authentication();
		if (authentication == null) {
			return Optional.empty();
		}
		List<String> local = RedirectLints.matching(authentication, RedirectPlatform.WEB, RedirectUri::isLoopback);
		return local.isEmpty() ? Optional.empty()
				: Optional.of(Finding.warning("L06", WizardStep.AUTHENTICATION, String.join(", ", local)));
	}

}
