package health.admit.portal.registration;

import health.admit.portal.cloud.HealthApi;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An API that is neither FHIR nor DICOM deserves a second look.
 */
class OtherApiLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		PermissionChoice permissions = content.permissions();
		if (permissions == null) {
			return Optional.empty();
		}
		List<String> others = permissions.apis()
			.stream()
			.filter((api) -> Arrays.stream(HealthApi.values()).noneMatch((known) -> known.appId().equals(api.appId())))
			.map(PermissionChoice.Api::displayName)
			.toList();
		return others.isEmpty() ? Optional.empty()
				: Optional.of(Finding.warning("L21", WizardStep.PERMISSIONS, String.join(", ", others)));
	}

}
