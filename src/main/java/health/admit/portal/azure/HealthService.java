package health.admit.portal.azure;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.admit.portal.cloud.HealthAddress;
import health.admit.portal.cloud.HealthApi;

/**
 * A FHIR or DICOM service of Azure Health Data Services, as Azure describes it. Address
 * and audience are what Azure says, never made up from names.
 *
 * @param name name of the service in its workspace
 * @param subscription name of the subscription; hostile input when shown
 * @param location region, such as {@code westeurope}; hostile input when shown
 * @param url base address for clients; null where Azure names none
 * @param audiences what a token for the service may be made out to, as the service is set
 * up; empty where Azure names none
 * @param authority the tenant the service trusts; null where Azure names none
 */
public record HealthService(ResourceId id, HealthApi api, String name, String workspace, UUID subscriptionId,
		String subscription, String resourceGroup, String location, @Nullable URI url, List<String> audiences,
		@Nullable URI authority) {

	public HealthService {
		audiences = List.copyOf(audiences);
	}

	/**
	 * The audience to ask a token for: of several, the one the API publishes in every
	 * tenant.
	 */
	public Optional<String> audience() {
		return this.audiences.stream()
			.filter((audience) -> this.api.publishes(audience))
			.findFirst()
			.or(() -> this.audiences.stream().findFirst());
	}

	/** The name of the service with its workspace, such as {@code contoso/patients}. */
	public String fullName() {
		return this.workspace + "/" + this.name;
	}

	/**
	 * Whether this is the service behind an address. The names of workspace and service
	 * together are the name in the address, which nobody else in the cloud has.
	 */
	public boolean isAt(HealthAddress.Accepted address) {
		return this.api == address.api() && (this.workspace + "-" + this.name).equalsIgnoreCase(address.name());
	}

	/**
	 * An address for an admin to confirm where Azure names none: a FHIR service is set up
	 * with its own address as audience unless somebody chose another.
	 */
	public Optional<URI> likelyUrl() {
		if (this.url != null) {
			return Optional.of(this.url);
		}
		return (this.api == HealthApi.FHIR)
				? audience().filter((audience) -> !this.api.publishes(audience)).flatMap(Addresses::web)
				: Optional.empty();
	}

}
