package health.admit.portal.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.DelegatedPermission;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.directory.ResourceApi;

/**
 * What a client asks of the API that a token is for.
 *
 * @param api empty where the client asks for no API with this audience
 * @param requested values of the scopes in its registration
 */
record Permissions(Optional<UUID> api, List<String> requested) {

	static Permissions of(Registration registration, ApplicationRecord application, List<String> audiences) {
		Optional<RequiredApi> required = application.requiredApis()
			.stream()
			.filter((candidate) -> audiences.stream()
				.anyMatch((audience) -> isFor(candidate.resourceAppId(), registration, audience)))
			.findFirst();
		return new Permissions(required.map(RequiredApi::resourceAppId),
				required.map((found) -> scopes(registration, found)).orElse(List.of()));
	}

	/** The values of the scopes that a registration asks of an API. */
	static List<String> scopes(Registration registration, RequiredApi required) {
		ResourceApi api = registration.apis().get(required.resourceAppId());
		return (api == null) ? List.of()
				: api.scopes()
					.stream()
					.filter((scope) -> required.scopes().contains(scope.id()))
					.map(DelegatedPermission::value)
					.toList();
	}

	/** FHIR services have audiences of their own, which the API does not list. */
	private static boolean isFor(UUID appId, Registration registration, String audience) {
		String plain = plain(audience);
		if (plain.equals(appId.toString())) {
			return true;
		}
		if (appId.equals(HealthApi.FHIR.appId()) && plain.contains(".fhir.azurehealthcareapis.")) {
			return true;
		}
		ResourceApi api = registration.apis().get(appId);
		return api != null && api.names().stream().anyMatch((name) -> plain(name).equals(plain));
	}

	private static String plain(String audience) {
		String lower = audience.toLowerCase(Locale.ROOT);
		return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
	}

}
