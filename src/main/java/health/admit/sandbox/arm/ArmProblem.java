package health.admit.sandbox.arm;

import java.util.List;
import java.util.Map;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.AzureId;
import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error answer of Resource Manager.
 */
final class ArmProblem extends RuntimeException {

	private final int status;

	private final String code;

	private final Map<String, String> headers;

	private ArmProblem(int status, String code, String message, Map<String, String> headers) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.headers = headers;
	}

	static ArmProblem of(int status, String code, String message) {
		return new ArmProblem(status, code, message, Map.of());
	}

	static ArmProblem badRequest(String code, String message) {
		return of(400, code, message);
	}

	static ArmProblem unauthorized(String code, String message, String challenge) {
		return new ArmProblem(401, code, message, Map.of("WWW-Authenticate", challenge));
	}

	/**
	 * The caller may not do this.
	 * @param name how the caller is known: user principal name or app id
	 */
	static ArmProblem denied(Caller caller, String name, String action, AzureId scope) {
		return of(403, "AuthorizationFailed", "The client '" + name + "' with object id '" + caller.objectId()
				+ "' does not have authorization to perform action '" + action + "' over scope '" + scope
				+ "' or the scope is invalid. If access was recently granted, please refresh your credentials.");
	}

	/** The same for what conditions of roles can be about. */
	static ArmProblem deniedOrConditional(Caller caller, String name, String action, AzureId scope) {
		return of(403, "AuthorizationFailed",
				"The client '" + name + "' with object id '" + caller.objectId()
						+ "' does not have authorization or an ABAC condition not fulfilled to perform action '"
						+ action + "' over path '" + scope
						+ "' or the path is invalid. If access was recently granted, please refresh your credentials.");
	}

	static ArmProblem versionMissing() {
		return badRequest("MissingApiVersionParameter",
				"The api-version query parameter (?api-version=) is required for all requests.");
	}

	static ArmProblem versionInvalid(String version, List<String> supported) {
		return badRequest("InvalidApiVersionParameter", "The api-version '" + version
				+ "' is invalid. The supported versions are '" + String.join(",", supported) + "'.");
	}

	static ArmProblem versionUnknown(String version, String type, List<String> supported) {
		return badRequest("NoRegisteredProviderFound",
				"No registered resource provider found for location '' and API version '" + version + "' for type '"
						+ type + "'. The supported api-versions are '" + String.join(", ", supported)
						+ "'. The supported locations are ', westeurope'.");
	}

	static ArmProblem notFound(AzureId id) {
		if (id.resourceGroup() == null) {
			return of(404, "SubscriptionNotFound", "The subscription '" + id.subscription() + "' could not be found.");
		}
		String type = id.type();
		if (type.startsWith("Microsoft.Resources/")) {
			return of(404, "ResourceGroupNotFound", "Resource group '" + id.resourceGroup() + "' could not be found.");
		}
		String kind = type.substring(0, type.indexOf('/'));
		StringBuilder path = new StringBuilder(kind);
		String[] words = type.substring(kind.length() + 1).split("/");
		List<String> names = id.names();
		for (int i = 0; i < words.length && i < names.size(); i++) {
			path.append('/').append(words[i]).append('/').append(names.get(i));
		}
		return of(404, "ResourceNotFound", "The Resource '" + path + "' under resource group '" + id.resourceGroup()
				+ "' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
	}

	/** The sandbox does not do this and says so. */
	static ArmProblem notImplemented(String what) {
		return of(501, "SandboxNotImplemented", "The sandbox does not implement " + what
				+ ". Azure Resource Manager may; what the sandbox cannot do as it does, it refuses.");
	}

	int status() {
		return this.status;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	ObjectNode body() {
		ObjectNode body = Json.object();
		body.putObject("error").put("code", this.code).put("message", getMessage());
		return body;
	}

}
