package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;

/**
 * Application permissions let the client act for nobody; in FHIR and DICOM Azure roles
 * decide anyway.
 */
class AppRoleLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		PermissionChoice permissions = content.permissions();
		if (permissions == null) {
			return Optional.empty();
		}
		List<String> apis = permissions.apis()
			.stream()
			.filter((api) -> !api.appRoles().isEmpty())
			.map(PermissionChoice.Api::displayName)
			.toList();
		return apis.isEmpty() ? Optional.empty()
				: Optional.of(Finding.note("L19", WizardStep.PERMISSIONS, String.join(", ", apis)));
	}

}
