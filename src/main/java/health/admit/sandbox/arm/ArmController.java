package health.admit.sandbox.arm;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.AzureId;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.PublicAddress;
import health.admit.sandbox.tenant.Store;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The HTTP side of Resource Manager: reads the request and its token, writes the answer
 * or the error. Writes run one at a time.
 */
@Controller
class ArmController {

	private final List<ArmResource> resources;

	private final ArmTokens tokens;

	private final PublicAddress address;

	private final Store store;

	ArmController(List<ArmResource> resources, ArmTokens tokens, PublicAddress address, Store store) {
		this.resources = resources;
		this.tokens = tokens;
		this.address = address;
		this.store = store;
	}

	@RequestMapping({ "/{root:(?i:subscriptions|providers)}", "/{root:(?i:subscriptions|providers)}/**" })
	void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String requestId = UUID.randomUUID().toString();
		response.setHeader("x-ms-request-id", requestId);
		response.setHeader("x-ms-correlation-request-id", requestId);
		String given = request.getHeader("x-ms-client-request-id");
		if (given != null) {
			response.setHeader("x-ms-client-request-id", given);
		}
		try {
			String origin = this.address.of(request);
			Caller caller = this.tokens.caller(request, origin);
			ArmAnswer answer = answer(read(request, origin, caller));
			write(response, answer.status(), answer.body());
		}
		catch (ArmProblem problem) {
			problem.headers().forEach(response::setHeader);
			write(response, problem.status(), problem.body());
		}
	}

	private ArmAnswer answer(ArmRequest request) {
		return request.isGet() ? find(request) : this.store.atomically(() -> find(request));
	}

	private ArmAnswer find(ArmRequest request) {
		return this.resources.stream()
			.map((resource) -> resource.answer(request))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow(() -> ArmProblem.notImplemented(request.method() + " " + request.path()));
	}

	private static ArmRequest read(HttpServletRequest request, String origin, Caller caller) throws IOException {
		String path = URLDecoder.decode(request.getRequestURI().replace("+", "%2B"), StandardCharsets.UTF_8);
		return new ArmRequest(request.getMethod(), origin, new AzureId(path), query(request.getQueryString()),
				body(request), caller);
	}

	private static Map<String, String> query(@Nullable String text) {
		Map<String, String> query = new LinkedHashMap<>();
		if (text != null) {
			for (String part : text.split("&")) {
				int equals = part.indexOf('=');
				String name = (equals < 0) ? part : part.substring(0, equals);
				query.put(decode(name).toLowerCase(Locale.ROOT),
						(equals < 0) ? "" : decode(part.substring(equals + 1)));
			}
		}
		return query;
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw ArmProblem.badRequest("InvalidQueryParameter", "The query string is invalid.");
		}
	}

	private static @Nullable ObjectNode body(HttpServletRequest request) throws IOException {
		byte[] bytes = request.getInputStream().readAllBytes();
		if (bytes.length == 0) {
			return null;
		}
		try {
			if (Json.read(bytes) instanceof ObjectNode object) {
				return object;
			}
		}
		catch (JacksonException ex) {
			// The answer is the same as for JSON that is no object.
		}
		throw ArmProblem.badRequest("InvalidRequestContent",
				"The request content was invalid and could not be deserialized: 'A JSON object is expected.'.");
	}

	private static void write(HttpServletResponse response, int status, @Nullable ObjectNode body) throws IOException {
		response.setStatus(status);
		response.setHeader("Cache-Control", "no-cache");
		if (body != null) {
			byte[] bytes = Json.bytes(body);
			response.setHeader("Content-Type", "application/json; charset=utf-8");
			response.setContentLength(bytes.length);
			response.getOutputStream().write(bytes);
		}
	}

}
