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
import health.admit.portal.doctor.Registration.FoundBy;
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
	 * The client with this client id; where there is none, the registration or the
	 * service principal with this object id.
	 */
	Registration find(Delegation delegation, UUID id) {
		Directory directory = this.directories.actingFor(delegation);
		return byClientId(directory, id).or(() -> byObjectId(directory, id))
			.or(() -> byPrincipal(directory, id))
			.orElseGet(() -> new Registration(id, Optional.empty(), Optional.empty(), Map.of(), Optional.empty(),
					List.of(), FoundBy.APP_ID));
	}

	private static Optional<Registration> byClientId(Directory directory, UUID appId) {
		Registration found = registration(directory, appId, directory.applicationByAppId(appId),
				directory.servicePrincipal(appId), FoundBy.APP_ID);
		return Optional.of(found).filter(Registration::isKnown);
	}

	private static Optional<Registration> byObjectId(Directory directory, UUID id) {
		return directory.application(id)
			.map((application) -> registration(directory, application.appId(), Optional.of(application),
					directory.servicePrincipal(application.appId()), FoundBy.OBJECT_ID));
	}

	private static Optional<Registration> byPrincipal(Directory directory, UUID id) {
		return directory.servicePrincipalByObjectId(id)
			.map((principal) -> registration(directory, principal.appId(),
					directory.applicationByAppId(principal.appId()), Optional.of(principal), FoundBy.PRINCIPAL));
	}

	private static Registration registration(Directory directory, UUID appId, Optional<ApplicationRecord> application,
			Optional<ServicePrincipalRecord> principal, FoundBy foundBy) {
		Map<UUID, ResourceApi> apis = application.map((found) -> apis(directory, found)).orElse(Map.of());
		return new Registration(appId, application, principal, apis,
				principal.flatMap((found) -> granted(directory, found, apis)),
				principal.map((found) -> roles(directory, found)).orElse(List.of()), foundBy);
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
