package health.admit.sandbox.graph;

import java.util.Map;

import health.admit.sandbox.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error answer of Graph.
 */
final class GraphProblem extends RuntimeException {

	private static final String WRITTEN_BY_GRAPH = "Resource '%s' does not exist or one of its queried reference-property objects are not present.";

	private final int status;

	private final String code;

	private final @Nullable ObjectNode detail;

	private final Map<String, String> headers;

	private GraphProblem(int status, String code, String message, @Nullable ObjectNode detail,
			Map<String, String> headers) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.detail = detail;
		this.headers = headers;
	}

	static GraphProblem of(int status, String code, String message) {
		return new GraphProblem(status, code, message, null, Map.of());
	}

	static GraphProblem badRequest(String message) {
		return of(400, "Request_BadRequest", message);
	}

	/** A 400 whose {@code details} name the property. */
	static GraphProblem badProperty(String code, String property, String message) {
		return new GraphProblem(400, "Request_BadRequest", message, detail(code, property, message), Map.of());
	}

	static GraphProblem invalidValue(String property, String resource) {
		return badProperty("InvalidValue", property,
				"Invalid value specified for property '" + property + "' of resource '" + resource + "'.");
	}

	static GraphProblem unsupportedQuery(String message) {
		return of(400, "Request_UnsupportedQuery", message);
	}

	static GraphProblem conflict(String property, String message) {
		return new GraphProblem(409, "Request_MultipleObjectsWithSameKeyValue", message,
				detail("ObjectConflict", property, message), Map.of());
	}

	static GraphProblem notFound(String id) {
		return of(404, "Request_ResourceNotFound", WRITTEN_BY_GRAPH.formatted(id));
	}

	static GraphProblem denied() {
		return of(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
	}

	static GraphProblem unauthorized(String message) {
		return new GraphProblem(401, "InvalidAuthenticationToken", message, null, Map.of("WWW-Authenticate",
				"Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\""));
	}

	/** The state a delta link stands for is gone. */
	static GraphProblem gone(String code, String message, String startAgain) {
		return new GraphProblem(410, code, message, null, Map.of("Location", startAgain));
	}

	static GraphProblem throttled(int seconds) {
		return new GraphProblem(429, "TooManyRequests", "Too many requests.", null,
				Map.of("Retry-After", Integer.toString(seconds)));
	}

	/** The sandbox does not do this and says so. */
	static GraphProblem notImplemented(String what) {
		return of(501, "SandboxNotImplemented", "The sandbox does not implement " + what
				+ ". Microsoft Graph may; what the sandbox cannot do as Graph does, it refuses.");
	}

	int status() {
		return this.status;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	/** The {@code error} object without what belongs to the single call. */
	ObjectNode error() {
		ObjectNode error = Json.object().put("code", this.code).put("message", getMessage());
		if (this.detail != null) {
			error.withArray("details").add(this.detail);
		}
		return error;
	}

	private static ObjectNode detail(String code, String target, String message) {
		return Json.object().put("code", code).put("message", message).put("target", target);
	}

}
