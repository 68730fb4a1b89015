package health.admit.portal.applications;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.DirectoryPerson;
import health.admit.portal.directory.FederatedCredential;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.directory.ServicePrincipalRecord;

/**
 * Everything the page of an application tells, as read from the directory.
 *
 * @param principal empty where the application has no service principal in this tenant
 * @param apis the APIs it asks for, by app id, as far as they are in this tenant
 */
record ApplicationOverview(ApplicationRecord application, Optional<ServicePrincipalRecord> principal,
		List<DirectoryPerson> owners, List<FederatedCredential> federatedCredentials, Map<UUID, ResourceApi> apis) {
}
