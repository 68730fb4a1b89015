package health.admit.portal.registration;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.ApplicationPermission;
import health.admit.portal.directory.DelegatedPermission;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.permissions.WellKnownScopes;
import org.jspecify.annotations.Nullable;

/**
 * An API with what a client may ask of it.
 *
 * @param name as the tenant calls it, or as documents do when it is not in the tenant;
 * hostile input when shown
 * @param health which of the two health APIs it is; null for another one
 * @param inTenant whether it has a service principal in the tenant
 */
record ApiOffer(UUID appId, String name, @Nullable HealthApi health, boolean inTenant, List<DelegatedPermission> scopes,
		List<ApplicationPermission> appRoles) {

	static ApiOffer of(ResourceApi api) {
		return new ApiOffer(api.appId(), api.displayName(), health(api.appId()), true, api.scopes(), api.appRoles());
	}

	/**
	 * A health API that the tenant lacks, with the one scope that is known beforehand.
	 */
	static ApiOffer missing(HealthApi api) {
		return new ApiOffer(api.appId(), api.knownNames().get(0), api, false, List.of(WellKnownScopes.of(api)),
				List.of());
	}

	static @Nullable HealthApi health(UUID appId) {
		return Arrays.stream(HealthApi.values()).filter((api) -> api.appId().equals(appId)).findFirst().orElse(null);
	}

}
