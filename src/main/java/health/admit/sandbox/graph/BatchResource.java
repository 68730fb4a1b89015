package health.admit.sandbox.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Up to twenty requests in one.
 */
@Component
class BatchResource implements GraphResource {

	private static final int MOST = 20;

	private final GraphService service;

	BatchResource(@Lazy GraphService service) {
		this.service = service;
	}

	@Override
	public void register(Routes routes) {
		routes.post("/$batch", this::answer);
	}

	private GraphAnswer answer(GraphRequest request) {
		request.query().allow(Set.of());
		List<ObjectNode> steps = Json.objects(request.object(), "requests");
		check(steps);
		Map<String, Integer> statuses = new HashMap<>();
		ObjectNode body = Json.object();
		ArrayNode responses = body.putArray("responses");
		for (ObjectNode step : steps) {
			String id = step.path("id").asString("");
			boolean blocked = Json.texts(step, "dependsOn")
				.stream()
				.anyMatch((other) -> statuses.getOrDefault(other, 424) >= 400);
			ObjectNode response = blocked
					? failed(GraphProblem.of(424, "FailedDependency", "A request this one depends on failed."))
					: run(request, step);
			statuses.put(id, response.path("status").asInt());
			responses.add(Json.object().put("id", id).setAll(response));
		}
		return GraphAnswer.ok(body);
	}

	private static void check(List<ObjectNode> steps) {
		if (steps.isEmpty() || steps.size() > MOST) {
			throw GraphProblem.of(400, "BadRequest",
					"Number of batch request steps must be between 1 and " + MOST + ".");
		}
		Set<String> ids = new HashSet<>();
		for (ObjectNode step : steps) {
			String id = step.path("id").asString("");
			if (id.isEmpty() || !ids.add(id.toLowerCase(Locale.ROOT))) {
				throw GraphProblem.of(400, "BadRequest",
						"Request Id '" + id + "' is missing or has to be unique in a batch.");
			}
			for (String other : Json.texts(step, "dependsOn")) {
				if (!ids.contains(other.toLowerCase(Locale.ROOT))) {
					throw GraphProblem.of(400, "BadRequest",
							"Request '" + id + "' depends on '" + other + "', which is not an earlier request.");
				}
			}
		}
	}

	private ObjectNode run(GraphRequest outer, ObjectNode step) {
		try {
			GraphAnswer answer = this.service.answer(inner(outer, step));
			ObjectNode response = Json.object().put("status", answer.status());
			ObjectNode headers = response.putObject("headers");
			answer.headers().forEach(headers::put);
			if (answer.body() != null) {
				headers.put("Content-Type", "application/json");
				response.set("body", answer.body());
			}
			else if (answer.text() != null) {
				headers.put("Content-Type", "text/plain");
				response.put("body", answer.text());
			}
			return response;
		}
		catch (GraphProblem problem) {
			return failed(problem);
		}
	}

	private static GraphRequest inner(GraphRequest outer, ObjectNode step) {
		String url = step.path("url").asString("");
		String relative = url.startsWith("/") ? url : "/" + url;
		if (relative.toLowerCase(Locale.ROOT).startsWith("/$batch")) {
			throw GraphProblem.of(400, "BadRequest", "A batch cannot contain a batch.");
		}
		int question = relative.indexOf('?');
		Map<String, String> headers = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> header : step.path("headers").properties()) {
			headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asString(""));
		}
		@Nullable ObjectNode body = (step.get("body") instanceof ObjectNode given) ? given : null;
		if (body != null && !headers.containsKey("content-type")) {
			throw GraphProblem.of(400, "BadRequest", "Write request id : " + step.path("id").asString("")
					+ " does not contain Content-Type header or body.");
		}
		return new GraphRequest(step.path("method").asString("").toUpperCase(Locale.ROOT), outer.root(),
				(question < 0) ? relative : relative.substring(0, question), new ArrayList<>(),
				Query.of((question < 0) ? null : relative.substring(question + 1)), headers, body, outer.caller());
	}

	private static ObjectNode failed(GraphProblem problem) {
		ObjectNode response = Json.object().put("status", problem.status());
		ObjectNode headers = response.putObject("headers");
		problem.headers().forEach(headers::put);
		headers.put("Content-Type", "application/json");
		ObjectNode error = problem.error();
		error.putObject("innerError").put("request-id", UUID.randomUUID().toString());
		response.putObject("body").set("error", error);
		return response;
	}

}
