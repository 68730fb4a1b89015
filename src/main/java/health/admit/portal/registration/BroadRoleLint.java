package health.admit.portal.registration;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.access.ClientTask;

/**
 * A client that does not change data should not be able to.
 */
class BroadRoleLint implements LintRule {

	private static final Set<UUID> BROAD = Set.of(UUID.fromString("5a1fc7df-4bf1-4951-a576-89034ee01acd"),
			UUID.fromString("3f88fce4-5892-4214-ae73-ba5294559913"),
			UUID.fromString("58a3b984-7adf-4c20-983a-32417c86fbc8"));

	@Override
	public Optional<Finding> check(DraftContent content) {
		AccessChoice access = content.access();
		ClientTask task = (access != null) ? access.task() : null;
		if (access == null || task == null || task == ClientTask.CHANGE) {
			return Optional.empty();
		}
		return access.services()
			.stream()
			.filter((service) -> BROAD.contains(service.role()))
			.findFirst()
			.map((service) -> Finding.warning("L26", WizardStep.ACCESS, service.roleName(), service.name()));
	}

}
