package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The role for SMART apps filters what the client sees, and refuses writes.
 */
class SmartRoleLint implements LintRule {

	private static final UUID SMART_USER = UUID.fromString("4ba50f17-9666-485c-a643-ff00808643f0");

	@Override
	public Optional<Finding> check(DraftContent content) {
		AccessChoice access = content.access();
		List<AccessChoice.Service> services = (access != null) ? access.services() : List.of();
		return services.stream()
			.filter((service) -> SMART_USER.equals(service.role()))
			.findFirst()
			.map((service) -> Finding.warning("L27", WizardStep.ACCESS, service.roleName()));
	}

}
