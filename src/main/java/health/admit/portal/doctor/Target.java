package health.admit.portal.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthAddress;
import health.admit.portal.cloud.HealthApi;
import org.jspecify.annotations.Nullable;

/**
 * The service that somebody wants to be let into, as far as it is known.
 *
 * @param api null where it is not known which kind of service it is
 * @param address null where it is not known which service of that kind it is
 */
public record Target(@Nullable HealthApi api, HealthAddress.@Nullable Accepted address) {

	/** Services of either kind have been set up with it. */
	private static final String OF_ANY_KIND = "https://azurehealthcareapis.com";

	private static final String PROVIDER = "Microsoft.HealthcareApis";

	/** A service whose address is known. */
	public static Target of(HealthAddress.Accepted address) {
		return new Target(address.api(), address);
	}

	/**
	 * The service that a token is for. DICOM services share one audience, which does not
	 * tell which of them is meant.
	 */
	static Target of(List<String> audiences, Cloud cloud) {
		List<String> telling = audiences.stream()
			.filter((audience) -> !audience.replaceFirst("/$", "").equals(OF_ANY_KIND))
			.toList();
		return telling.stream()
			.flatMap((audience) -> HealthAddress.of(cloud, audience).accepted().stream())
			.findFirst()
			.map(Target::of)
			.orElseGet(() -> new Target(Arrays.stream(HealthApi.values())
				.filter((candidate) -> telling.stream().anyMatch(candidate::publishes))
				.findFirst()
				.orElse(null), null));
	}

	/**
	 * Whether one of Azure's own data roles lets its holder in: a role for this kind of
	 * service, given on this service or on what it may lie in. Names of resource groups
	 * and subscriptions are not in an address, so those are taken to hold it.
	 */
	public boolean isOpenTo(RoleAssignment assignment) {
		return DataRole.of(assignment.role())
			.filter((role) -> this.api == null || role.api() == this.api)
			.filter((role) -> isIn(assignment.scope(), role.api()))
			.isPresent();
	}

	private boolean isIn(String scope, HealthApi kind) {
		Optional<ResourceId> place = ResourceId.parse(scope);
		if (place.isEmpty()) {
			return true;
		}
		Optional<HealthApi> service = place.flatMap(ResourceId::health);
		if (service.isPresent()) {
			return service.get() == kind && isCalled(place.get().parentName() + "-" + place.get().name());
		}
		boolean workspace = place.get().parentName().equalsIgnoreCase(PROVIDER);
		return !workspace || startsWith(place.get().name() + "-");
	}

	private boolean isCalled(String name) {
		return this.address == null || this.address.name().equalsIgnoreCase(name);
	}

	private boolean startsWith(String workspace) {
		return this.address == null
				|| this.address.name().toLowerCase(Locale.ROOT).startsWith(workspace.toLowerCase(Locale.ROOT));
	}

}
