package health.admit.portal.applications;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.azure.HealthService;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.FederatedCredential;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.kits.KitCertificate;
import health.admit.portal.kits.KitClient;
import health.admit.portal.kits.SignInKind;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.OwnRegistration;
import org.springframework.stereotype.Component;

/**
 * Reads from directory and Azure what the kit of an application is made from.
 */
@Component
class ApplicationKits {

	private static final Comparator<KitCertificate> LAST_TO_END = Comparator.comparing(KitCertificate::end,
			Comparator.nullsFirst(Comparator.naturalOrder()));

	private final Directories directories;

	private final AzureSights azure;

	private final Cloud cloud;

	private final OwnRegistration ownRegistration;

	ApplicationKits(Directories directories, AzureSights azure, Cloud cloud, OwnRegistration ownRegistration) {
		this.directories = directories;
		this.azure = azure;
		this.cloud = cloud;
		this.ownRegistration = ownRegistration;
	}

	/**
	 * The kit of an application; empty where there is no such application.
	 */
	Optional<ApplicationKit> find(UUID objectId, KitForm form, Delegation delegation) {
		Directory directory = this.directories.actingFor(delegation);
		return directory.application(objectId)
			.map((application) -> this.ownRegistration.is(application.appId()) ? own(application)
					: read(directory, application, form, delegation));
	}

	private static ApplicationKit own(ApplicationRecord application) {
		AzureSight nothing = new AzureSight(List.of(), List.of(), List.of(), Optional.empty());
		return new ApplicationKit(application, true, List.of(), nothing, List.of(), 0, true, Optional.empty());
	}

	private ApplicationKit read(Directory directory, ApplicationRecord application, KitForm form,
			Delegation delegation) {
		Optional<ServicePrincipalRecord> principal = directory.servicePrincipal(application.appId());
		Optional<KitCertificate> certificate = certificate(directory, application);
		List<FederatedCredential> federations = directory.federatedCredentials(application.objectId());
		List<SignInKind> ways = SignInKinds.of(application, certificate.isPresent(), !federations.isEmpty());
		Optional<SignInKind> way = form.way(ways).or(() -> ways.stream().findFirst());
		AzureSight sight = this.azure.look(principal.map(ServicePrincipalRecord::objectId), delegation);
		List<HealthService> services = services(sight, form, way);
		Map<UUID, ResourceApi> apis = apis(directory, application);
		Consents consents = principal.map((found) -> Consents.read(directory, found, apis)).orElse(Consents.none());
		Optional<KitClient> client = way.map((kind) -> new KitSource(this.cloud, application,
				principal.map(ServicePrincipalRecord::objectId).orElse(null), kind, certificate.orElse(null),
				federations, apis, consents, sight, services)
			.client());
		return new ApplicationKit(application, false, ways, sight, services,
				form.services().map((asked) -> asked.size() - services.size()).orElse(0), consents.complete(), client);
	}

	/** Graph tells the bytes of certificates only when it is asked for them. */
	private static Optional<KitCertificate> certificate(Directory directory, ApplicationRecord application) {
		if (application.certificates().isEmpty()) {
			return Optional.empty();
		}
		return directory.certificateKeys(application.objectId())
			.stream()
			.flatMap((key) -> KitCertificate.read(key.der()).stream())
			.max(LAST_TO_END);
	}

	/** A client that acts for people has no roles of its own that would tell. */
	private static List<HealthService> services(AzureSight sight, KitForm form, Optional<SignInKind> way) {
		return sight.services()
			.stream()
			.filter((service) -> form.services()
				.map((asked) -> asked.stream().anyMatch(service.id().text()::equalsIgnoreCase))
				.orElseGet(() -> way.filter(SignInKind::unattended).isPresent() && sight.role(service).isPresent()))
			.toList();
	}

	private static Map<UUID, ResourceApi> apis(Directory directory, ApplicationRecord application) {
		Map<UUID, ResourceApi> apis = new HashMap<>();
		application.requiredApis()
			.stream()
			.map(RequiredApi::resourceAppId)
			.forEach((appId) -> directory.resourceApi(appId).ifPresent((api) -> apis.put(appId, api)));
		return apis;
	}

}
