package health.admit.portal.registration;

import health.admit.portal.cloud.HealthApi;
import java.util.List;
import java.util.Optional;

/**
 * People sign in, but the client asks for nothing it is meant for: AADSTS650057 at the
 * first token.
 */
class MissingScopeLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		Basics basics = content.basics();
		Authentication authentication = content.authentication();
		PermissionChoice permissions = content.permissions();
		if (basics == null || authentication == null || permissions == null || authentication.confidential()) {
			return Optional.empty();
		}
		List<String> missing = basics.purpose()
			.apis()
			.stream()
			.filter((api) -> permissions.apis()
				.stream()
				.noneMatch((chosen) -> chosen.appId().equals(api.appId()) && !chosen.scopes().isEmpty()))
			.map(HealthApi::name)
			.sorted()
			.toList();
		return missing.isEmpty() ? Optional.empty()
				: Optional.of(Finding.warning("L22", WizardStep.PERMISSIONS, String.join(", ", missing)));
	}

}
