package health.admit.sandbox.health;

import java.util.UUID;

import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error answer of a FHIR service.
 */
final class FhirProblem extends RuntimeException {

	private final int status;

	private final String code;

	private FhirProblem(int status, String code, String message) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
	}

	static FhirProblem of(int status, String code, String message) {
		return new FhirProblem(status, code, message);
	}

	static FhirProblem invalid(String message) {
		return of(400, "invalid", message);
	}

	static FhirProblem forbidden() {
		return of(403, "forbidden", "Authorization failed.");
	}

	static FhirProblem notFound(String type, String id) {
		return of(404, "not-found", "Resource type '" + type + "' with id '" + id + "' couldn't be found.");
	}

	/** The sandbox does not do this and says so. */
	static FhirProblem notImplemented(String what) {
		return of(501, "not-supported", "The sandbox does not implement " + what
				+ ". The FHIR service may; what the sandbox cannot do as it does, it refuses.");
	}

	int status() {
		return this.status;
	}

	ObjectNode body() {
		return outcome(this.code, String.valueOf(getMessage()));
	}

	static ObjectNode outcome(String code, String message) {
		ObjectNode outcome = Json.object()
			.put("resourceType", "OperationOutcome")
			.put("id", UUID.randomUUID().toString());
		outcome.putArray("issue").addObject().put("severity", "error").put("code", code).put("diagnostics", message);
		return outcome;
	}

}
