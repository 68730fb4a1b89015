package health.admit.sandbox.oidc;

import java.util.Collection;
import java.util.UUID;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Principal;

/**
 * What Entra answers when the permissions asked for do not exist or were not consented
 * to.
 */
final class ScopeRefusals {

	private static final String INVALID_SCOPE = "invalid_scope";

	private ScopeRefusals() {
	}

	static Refusal invalid(String scope) {
		return Refusal.of(INVALID_SCOPE, 70011,
				"The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope "
						+ scope + " is not valid.");
	}

	static Refusal mixedWithDefault(String scope) {
		return Refusal.of(INVALID_SCOPE, 70011,
				"The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope "
						+ scope + " is not valid. .default scope can't be combined with resource-specific scopes.");
	}

	static Refusal withoutDefault(String scope) {
		return Refusal.of(INVALID_SCOPE, 1002012, "The provided value for scope " + scope
				+ " is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).");
	}

	static Refusal severalResources(String scope) {
		return Refusal.of(INVALID_SCOPE, 28000,
				"Provided value for the input parameter scope is not valid because it contains more than one resource. Scope "
						+ scope + " is not valid.");
	}

	static Refusal unknownResource(String name, String tenantName) {
		return Refusal.of("invalid_resource", 500011, "The resource principal named " + name
				+ " was not found in the tenant named " + tenantName
				+ ". This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.");
	}

	static Refusal resourceNotInTenant(UUID resourceAppId, Client client) {
		return Refusal.of("invalid_client", 650052, "The app is trying to access a service '" + resourceAppId
				+ "' that your organization lacks a service principal for, asked by '" + client.displayName()
				+ "'. Contact your IT Admin to review the configuration of your service subscriptions or consent to the application in order to create the required service principal.");
	}

	static Refusal resourceDisabled(String name) {
		return Refusal.of("invalid_resource", 500014, "The service principal for resource '" + name
				+ "' is disabled. This indicate that a subscription within the tenant has lapsed, or that the administrator for this tenant has disabled the application, preventing tokens from being issued for it.");
	}

	static Refusal unknownScope(Client client, Collection<String> scopes, Principal resource) {
		return Refusal.of(INVALID_SCOPE, 650053,
				"The application '" + client.displayName() + "' asked for scope '" + String.join(" ", scopes)
						+ "' that doesn't exist on the resource '" + resource.appId() + "'. Contact the app vendor.");
	}

	static Refusal notConsented(Client client) {
		return Refusal
			.of("invalid_grant", 65001,
					"The user or administrator has not consented to use the application with ID '" + client.appId()
							+ "' named '" + client.displayName()
							+ "'. Send an interactive authorization request for this user and resource.")
			.withSuberror("consent_required");
	}

	static Refusal adminOnly() {
		return Refusal.of("consent_required", 90094,
				"An administrator of the tenant has to grant permissions that need an administrator's consent.");
	}

	static Refusal declined() {
		return Refusal.of("access_denied", 65004, "User declined to consent to access the app.");
	}

}
