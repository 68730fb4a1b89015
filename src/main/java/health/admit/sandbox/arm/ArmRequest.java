package health.admit.sandbox.arm;

import java.util.Map;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.AzureId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call to Resource Manager.
 *
 * @param origin of the sandbox as the caller sees it
 * @param path decoded
 * @param query decoded, names in lower case
 */
record ArmRequest(String method, String origin, AzureId path, Map<String, String> query, @Nullable ObjectNode body,
		Caller caller) {

	@Nullable String filter() {
		return this.query.get("$filter");
	}

	boolean isGet() {
		return this.method.equals("GET");
	}

	/** The body, which the operation cannot do without. */
	ObjectNode object() {
		if (this.body == null) {
			throw ArmProblem.badRequest("InvalidRequestContent",
					"The request content was invalid and could not be deserialized: 'A JSON object is expected.'.");
		}
		return this.body;
	}

}
