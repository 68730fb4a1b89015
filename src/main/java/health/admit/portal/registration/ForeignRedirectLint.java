package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Redirect URIs that belong to the maker of a tool receive codes on their hosts.
 */
class ForeignRedirectLint implements LintRule {

	private static final Set<String> FOREIGN = Set.of("oauth.pstmn.io", "www.getpostman.com", "inferno.healthit.gov");

	@Override
	public Optional<Finding> check(DraftContent content) {
		Authentication authentication = content.authentication();
		if (authentication == null || authentication.kind() == ClientKind.TEST_TOOL) {
			return Optional.empty();
		}
		List<String> foreign = RedirectLints.matching(authentication, (uri) -> FOREIGN.contains(uri.host()));
		return foreign.isEmpty() ? Optional.empty()
				: Optional.of(Finding.warning("L11", WizardStep.AUTHENTICATION, String.join(", ", foreign)));
	}

}
