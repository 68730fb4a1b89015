package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;

/**
 * Consent for everyone to scopes that each patient or clinician should choose.
 */
class SmartConsentLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		PermissionChoice permissions = content.permissions();
		if (permissions == null || !permissions.consentNow()) {
			return Optional.empty();
		}
		List<String> smart = permissions.apis()
			.stream()
			.flatMap((api) -> api.scopes().stream())
			.map(PermissionChoice.Permission::value)
			.filter((scope) -> scope.startsWith("patient.") || scope.startsWith("user.") || scope.startsWith("launch"))
			.toList();
		return smart.isEmpty() ? Optional.empty()
				: Optional.of(Finding.warning("L20", WizardStep.PERMISSIONS, String.join(", ", smart)));
	}

}
