package health.admit.portal.doctor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.directory.AppRoleGrant;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.ConsentGrant;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.StepUpRequired;
import org.springframework.stereotype.Component;

/**
 * Finds the client that an answer or a token is about.
 */
@Component
class Registrations {

	/** A client asks for two or three APIs; each costs two reads. */
	private static final int MOST_APIS = 8;

	private final Directories directories;

	Registrations(Directories directories) {
		this.directories = directories;
	}

	/**
	 * The client with this client id; where there is none, the registration with this
	 * object id.
	 */
	Registration find(Delegation delegation, UUID id) {
		Directory directory = this.directories.actingFor(delegation);
		Optional<ApplicationRecord> application = directory.applicationByAppId(id).or(() -> directory.application(id));
		UUID appId = application.map(ApplicationRecord::appId).orElse(id);
		Optional<ServicePrincipalRecord> principal = directory.servicePrincipal(appId);
		Map<UUID, ResourceApi> apis = application.map((found) -> apis(directory, found)).orElse(Map.of());
		return new Registration(appId, application, principal, apis,
				principal.flatMap((found) -> granted(directory, found, apis)),
				principal.map((found) -> roles(directory, found)).orElse(List.of()));
	}

	private static Map<UUID, ResourceApi> apis(Directory directory, ApplicationRecord application) {
		Map<UUID, ResourceApi> apis = new HashMap<>();
		application.requiredApis()
			.stream()
			.limit(MOST_APIS)
			.map(RequiredApi::resourceAppId)
			.forEach((appId) -> directory.resourceApi(appId).ifPresent((api) -> apis.put(appId, api)));
		return apis;
	}

	private static List<AppRoleGrant> roles(Directory directory, ServicePrincipalRecord principal) {
		return directory.appRoleGrants(principal.objectId());
	}

	/**
	 * A detour through sign-in would lose what was pasted; the page offers it instead.
	 */
	private static Optional<Map<UUID, List<String>>> granted(Directory directory, ServicePrincipalRecord principal,
			Map<UUID, ResourceApi> apis) {
		try {
			Map<UUID, List<String>> granted = new HashMap<>();
			apis.forEach((appId, api) -> granted.put(appId,
					directory.tenantWideGrant(principal.objectId(), api.objectId())
						.map(ConsentGrant::scopes)
						.orElse(List.of())));
			return Optional.of(granted);
		}
		catch (StepUpRequired ex) {
			return Optional.empty();
		}
	}

}
