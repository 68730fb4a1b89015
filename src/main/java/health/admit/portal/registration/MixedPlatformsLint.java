package health.admit.portal.registration;

import health.admit.portal.directory.RedirectUris;
import java.util.Optional;

/**
 * A confidential client that shares its registration with a public one.
 */
class MixedPlatformsLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Authentication authentication = content.authentication();
		if (authentication == null || !authentication.confidential()) {
			return Optional.empty();
		}
		RedirectUris uris = authentication.redirectUris();
		if (uris.singlePage().isEmpty() && uris.publicClient().isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(Finding.warning("L10", WizardStep.AUTHENTICATION));
	}

}
