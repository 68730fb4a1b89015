package health.admit.portal.applications;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.directory.AppRoleGrant;
import health.admit.portal.directory.ConsentGrant;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.signin.StepUpRequired;

/**
 * What an administrator has agreed to for everybody.
 *
 * @param scopes values of delegated permissions, by app id of the API
 * @param roles ids of application permissions, by app id of the API
 * @param complete whether delegated permissions could be read
 */
record Consents(Map<UUID, List<String>> scopes, Map<UUID, Set<UUID>> roles, boolean complete) {

	/** To an application without a service principal nobody can have agreed. */
	static Consents none() {
		return new Consents(Map.of(), Map.of(), true);
	}

	/**
	 * Reads what there is. Delegated permissions are left out where the operator has not
	 * agreed that the portal reads them.
	 */
	static Consents read(Directory directory, ServicePrincipalRecord principal, Map<UUID, ResourceApi> apis) {
		Map<UUID, Set<UUID>> roles = roles(directory.appRoleGrants(principal.objectId()), apis);
		try {
			Map<UUID, List<String>> scopes = new HashMap<>();
			apis.forEach((appId, api) -> scopes.put(appId,
					directory.tenantWideGrant(principal.objectId(), api.objectId())
						.map(ConsentGrant::scopes)
						.orElse(List.of())));
			return new Consents(scopes, roles, true);
		}
		catch (StepUpRequired ex) {
			return new Consents(Map.of(), roles, false);
		}
	}

	boolean toScope(UUID api, String value) {
		return this.scopes.getOrDefault(api, List.of()).contains(value);
	}

	boolean toRole(UUID api, UUID role) {
		return this.roles.getOrDefault(api, Set.of()).contains(role);
	}

	private static Map<UUID, Set<UUID>> roles(List<AppRoleGrant> grants, Map<UUID, ResourceApi> apis) {
		Map<UUID, Set<UUID>> roles = new HashMap<>();
		apis.forEach((appId, api) -> grants.stream()
			.filter((grant) -> grant.resourcePrincipal().equals(api.objectId()))
			.forEach((grant) -> roles.computeIfAbsent(appId, (key) -> new HashSet<>()).add(grant.appRole())));
		return roles;
	}

}
