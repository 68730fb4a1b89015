package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;

/**
 * A URN shows the code to be copied, which invites phishing.
 */
class UrnRedirectLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Authentication authentication = content.authentication();
		if (authentication == null) {
			return Optional.empty();
		}
		List<String> urns = RedirectLints.matching(authentication, (uri) -> "urn".equals(uri.scheme()));
		return urns.isEmpty() ? Optional.empty()
				: Optional.of(Finding.warning("L08", WizardStep.AUTHENTICATION, String.join(", ", urns)));
	}

}
