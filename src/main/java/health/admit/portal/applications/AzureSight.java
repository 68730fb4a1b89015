package health.admit.portal.applications;

import java.util.List;
import java.util.Optional;

import health.admit.portal.access.AzureTrouble;
import health.admit.portal.access.HeldRole;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.Unread;

/**
 * The services in Azure that the operator can see, and the roles of one application
 * there.
 *
 * @param unread where nothing could be looked for
 * @param problem why Azure could not be read at all
 */
record AzureSight(List<HealthService> services, List<HeldRole> roles, List<Unread> unread,
		Optional<AzureTrouble> problem) {

	/** The operator has not agreed yet that the portal reads Azure. */
	static final AzureTrouble NOT_AGREED = new AzureTrouble("notAgreed", "");

	static AzureSight failing(AzureTrouble problem) {
		return new AzureSight(List.of(), List.of(), List.of(), Optional.of(problem));
	}

	/**
	 * The role that opens a service to the application, rather one on the service itself
	 * than one above it.
	 */
	Optional<HeldRole> role(HealthService service) {
		List<HeldRole> opening = this.roles.stream().filter((role) -> role.opens(service)).toList();
		return opening.stream()
			.filter((role) -> role.assignment().isOn(service.id()))
			.findFirst()
			.or(() -> opening.stream().findFirst());
	}

}
