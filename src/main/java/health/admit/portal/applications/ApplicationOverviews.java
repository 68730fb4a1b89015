package health.admit.portal.applications;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.signin.Delegation;
import org.springframework.stereotype.Component;

/**
 * Reads applications together with what belongs to them.
 */
@Component
class ApplicationOverviews {

	private final Directories directories;

	ApplicationOverviews(Directories directories) {
		this.directories = directories;
	}

	Optional<ApplicationOverview> find(Delegation delegation, UUID objectId) {
		Directory directory = this.directories.actingFor(delegation);
		return directory.application(objectId).map((application) -> read(directory, application));
	}

	private static ApplicationOverview read(Directory directory, ApplicationRecord application) {
		return new ApplicationOverview(application, directory.servicePrincipal(application.appId()),
				directory.owners(application.objectId()), directory.federatedCredentials(application.objectId()),
				apis(directory, application));
	}

	private static Map<UUID, ResourceApi> apis(Directory directory, ApplicationRecord application) {
		Map<UUID, ResourceApi> apis = new HashMap<>();
		for (RequiredApi required : application.requiredApis()) {
			directory.resourceApi(required.resourceAppId()).ifPresent((api) -> apis.put(api.appId(), api));
		}
		return apis;
	}

}
