package health.admit.portal.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.directory.AppRoleGrant;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.directory.ServicePrincipalRecord;

/**
 * The client concerned, as the directory knows it.
 *
 * @param appId its client id, or the id that was looked for
 * @param application empty where this directory holds no such registration
 * @param principal empty where it has no service principal here
 * @param apis the APIs it asks for, by app id, as far as they are in this directory
 * @param granted scopes consented for everybody, by the API's app id; empty where the
 * operator has not agreed that the portal reads them
 * @param appRoles app roles it holds
 * @param foundBy which of its ids it was looked for by
 */
record Registration(UUID appId, Optional<ApplicationRecord> application, Optional<ServicePrincipalRecord> principal,
		Map<UUID, ResourceApi> apis, Optional<Map<UUID, List<String>>> granted, List<AppRoleGrant> appRoles,
		FoundBy foundBy) {

	boolean isKnown() {
		return this.application.isPresent() || this.principal.isPresent();
	}

	/**
	 * The three ids that are taken for each other.
	 */
	enum FoundBy {

		APP_ID, OBJECT_ID, PRINCIPAL

	}

}
