package health.admit.sandbox.graph;

import java.util.UUID;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The policies of the tenant: those of a new tenant until somebody changes them.
 */
@Component
public class PolicyBook {

	static final UUID APP_MANAGEMENT = Ids.of("default app management policy");

	static final UUID AUTHORIZATION = Ids.of("authorization policy");

	private final Store store;

	PolicyBook(Store store) {
		this.store = store;
	}

	ObjectNode appManagement() {
		return read(APP_MANAGEMENT,
				"""
						{"id": "00000000-0000-0000-0000-000000000000",
						 "displayName": "Default app management tenant policy",
						 "description": "Default tenant policy that enforces app management restrictions on applications and service principals. To apply policy to targeted resources, create a new policy under appManagementPolicies collection.",
						 "isEnabled": false,
						 "applicationRestrictions": {"passwordCredentials": [], "keyCredentials": [], "identifierUris": null},
						 "servicePrincipalRestrictions": {"passwordCredentials": [], "keyCredentials": []}}
						""");
	}

	ObjectNode authorization() {
		return read(AUTHORIZATION, """
				{"id": "authorizationPolicy",
				 "displayName": "Authorization Policy",
				 "description": "Used to manage authorization related settings across the company.",
				 "allowInvitesFrom": "everyone",
				 "allowedToSignUpEmailBasedSubscriptions": true,
				 "allowedToUseSSPR": true,
				 "allowEmailVerifiedUsersToJoinOrganization": false,
				 "allowUserConsentForRiskyApps": null,
				 "blockMsolPowerShell": false,
				 "guestUserRoleId": "10dae51f-b6af-4016-8d66-8c2a99b929b3",
				 "defaultUserRolePermissions": {"allowedToCreateApps": true, "allowedToCreateSecurityGroups": true,
				  "allowedToCreateTenants": true, "allowedToReadBitlockerKeysForOwnedDevice": true,
				  "allowedToReadOtherUsers": true, "permissionGrantPoliciesAssigned": []}}
				""");
	}

	/** Merges a change into a policy, by its name in the path. */
	public void change(String policy, ObjectNode change) {
		boolean management = policy.equals("defaultAppManagementPolicy");
		if (!management && !policy.equals("authorizationPolicy")) {
			throw new IllegalArgumentException("Unknown policy " + policy);
		}
		ObjectNode now = management ? appManagement() : authorization();
		Merge.into(now, change);
		this.store.put(Kind.POLICY, management ? APP_MANAGEMENT : AUTHORIZATION, now);
	}

	boolean membersMayCreateApplications() {
		JsonNode allowed = authorization().at("/defaultUserRolePermissions/allowedToCreateApps");
		return allowed.asBoolean(true);
	}

	private ObjectNode read(UUID id, String usual) {
		return this.store.live(Kind.POLICY, id, Copy.MASTER)
			.map(Item::json)
			.orElseGet(() -> (ObjectNode) Json.read(usual));
	}

}
