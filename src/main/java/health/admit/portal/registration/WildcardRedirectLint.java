package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;

/**
 * A wildcard sends codes to hosts nobody has thought of yet.
 */
class WildcardRedirectLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Authentication authentication = content.authentication();
		if (authentication == null) {
			return Optional.empty();
		}
		List<String> wild = RedirectLints.matching(authentication, (uri) -> uri.text().indexOf('*') >= 0);
		return wild.isEmpty() ? Optional.empty()
				: Optional.of(Finding.warning("L07", WizardStep.AUTHENTICATION, String.join(", ", wild)));
	}

}
