package health.admit.portal.applications;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.access.AzureTrouble;
import health.admit.portal.access.HealthServices;
import health.admit.portal.access.HeldRoles;
import health.admit.portal.access.PrincipalRoles;
import health.admit.portal.azure.Found;
import health.admit.portal.azure.HealthService;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.StepUpRequired;
import org.springframework.stereotype.Component;

/**
 * Looks at Azure for a page that also works without: trouble is told, never raised.
 */
@Component
class AzureSights {

	private static final HeldRoles NONE = new HeldRoles(List.of(), 0, true, List.of());

	private final HealthServices services;

	private final PrincipalRoles roles;

	AzureSights(HealthServices services, PrincipalRoles roles) {
		this.services = services;
		this.roles = roles;
	}

	/**
	 * What there is.
	 * @param principal of the application; empty where it has none
	 */
	AzureSight look(Optional<UUID> principal, Delegation delegation) {
		try {
			return AzureTrouble.insteadOf(() -> read(principal, delegation), AzureSight::failing);
		}
		catch (StepUpRequired ex) {
			return AzureSight.failing(AzureSight.NOT_AGREED);
		}
	}

	private AzureSight read(Optional<UUID> principal, Delegation delegation) {
		Found<HealthService> found = this.services.find(delegation);
		HeldRoles held = principal.map((id) -> this.roles.of(id, delegation)).orElse(NONE);
		return new AzureSight(found.items(), held.roles(), held.unreadAnd(found.unread()), Optional.empty());
	}

}
