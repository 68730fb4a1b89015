package health.admit.sandbox.graph;

import java.util.List;
import java.util.Set;

import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The policies that bear on registering applications.
 */
@Component
class PoliciesResource implements GraphResource {

	private static final String APP_MANAGEMENT = "defaultAppManagementPolicy";

	private static final Schema APP_MANAGEMENT_SCHEMA = new Schema("TenantAppManagementPolicy", """
			{"id": "string", "displayName": "string", "description": "string", "isEnabled": "boolean",
			 "applicationRestrictions": {
			  "passwordCredentials": [{"restrictionType": "string", "state": "string", "maxLifetime": "string",
			   "restrictForAppsCreatedAfterDateTime": "date", "excludeActors": "any"}],
			  "keyCredentials": [{"restrictionType": "string", "state": "string", "maxLifetime": "string",
			   "restrictForAppsCreatedAfterDateTime": "date", "excludeActors": "any",
			   "certificateBasedApplicationConfigurationIds": "any"}],
			  "identifierUris": "any", "audiences": "any"},
			 "servicePrincipalRestrictions": {
			  "passwordCredentials": ["any"], "keyCredentials": ["any"]}}
			""");

	private final PolicyBook policies;

	private final Authority authority;

	PoliciesResource(PolicyBook policies, Authority authority) {
		this.policies = policies;
		this.authority = authority;
	}

	@Override
	public void register(Routes routes) {
		routes.get("/policies/" + APP_MANAGEMENT, this::appManagement)
			.patch("/policies/" + APP_MANAGEMENT, this::changeAppManagement)
			.get("/policies/authorizationPolicy", this::authorization);
	}

	private GraphAnswer appManagement(GraphRequest request) {
		this.authority.requirePolicyRead(request.caller());
		return entity(request, "policies/" + APP_MANAGEMENT, this.policies.appManagement());
	}

	private GraphAnswer changeAppManagement(GraphRequest request) {
		request.query().allow(Set.of());
		this.authority.requirePolicyWrite(request.caller());
		APP_MANAGEMENT_SCHEMA.check(request.object());
		for (String kind : List.of("passwordCredentials", "keyCredentials")) {
			Json.objects(request.object(), "applicationRestrictions/" + kind)
				.stream()
				.map((restriction) -> Json.text(restriction, "maxLifetime"))
				.filter((longest) -> longest != null)
				.forEach(Durations::parse);
		}
		this.policies.change(APP_MANAGEMENT, request.object());
		return GraphAnswer.noContent();
	}

	private GraphAnswer authorization(GraphRequest request) {
		return entity(request, "policies/authorizationPolicy", this.policies.authorization());
	}

	private static GraphAnswer entity(GraphRequest request, String name, ObjectNode policy) {
		request.query().allow(Set.of("$select"));
		List<String> select = request.query().select();
		ObjectNode body = Json.object().put("@odata.context", Context.ofEntity(request, name, select));
		body.setAll(select.isEmpty() ? policy : policy.retain(select));
		return GraphAnswer.ok(body);
	}

}
