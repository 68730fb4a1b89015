package health.admit.portal.access;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import health.admit.portal.azure.Azure;
import health.admit.portal.azure.Azures;
import health.admit.portal.azure.Found;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.signin.Delegation;

/**
 * The services an operator can see, with the roles on them. Reads throw what
 * {@link Azure} throws.
 */
@Service
public class HealthServices {

	private final Azures azures;

	HealthServices(Azures azures) {
		this.azures = azures;
	}

	/** All services the operator can see. */
	public Found<HealthService> find(Delegation delegation) {
		return this.azures.actingFor(delegation).services();
	}

	/** The roles that can be given on a service. */
	public List<OfferedRole> roles(HealthService service, Delegation delegation) {
		return OfferedRole.of(this.azures.actingFor(delegation).roles(service.id()), service.api());
	}

	/**
	 * One service with all that is needed to decide about it; empty when it is not there
	 * or must not be seen.
	 */
	public Optional<ServiceAccess> read(ResourceId id, Delegation delegation) {
		Azure azure = this.azures.actingFor(delegation);
		return azure.service(id)
			.map((service) -> new ServiceAccess(service, OfferedRole.of(azure.roles(id), service.api()),
					azure.rights(id).mayAssign()));
	}

}
