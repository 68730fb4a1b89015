package health.admit.portal.registration;

import java.util.List;
import java.util.UUID;

/**
 * Step 4: what the client may ask of which API, and whether consent is given now.
 *
 * @param consentNow whether the operation grants what is chosen to everyone in the tenant
 */
record PermissionChoice(List<Api> apis, boolean consentNow) {

	private static final UUID MICROSOFT_GRAPH = UUID.fromString("00000003-0000-0000-c000-000000000000");

	/** Takes a higher role than any other consent. */
	boolean grantsRolesOfGraph() {
		return this.consentNow && this.apis.stream()
			.anyMatch((api) -> api.appId().equals(MICROSOFT_GRAPH) && !api.appRoles().isEmpty());
	}

	/**
	 * One API.
	 *
	 * @param addToTenant whether its service principal has to be made first
	 */
	record Api(UUID appId, String displayName, boolean addToTenant, List<Permission> scopes,
			List<Permission> appRoles) {
	}

	/**
	 * One scope or app role, as read from the API.
	 */
	record Permission(UUID id, String value, boolean adminOnly) {
	}

}
