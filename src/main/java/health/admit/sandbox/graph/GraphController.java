package health.admit.sandbox.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.oidc.TokenReader;
import health.admit.sandbox.oidc.TokenRefused;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The HTTP side of Graph: reads the request and its token, writes the answer or the
 * error.
 */
@Controller
class GraphController {

	private static final String[] AUDIENCES = { "https://graph.microsoft.com", "https://graph.microsoft.com/",
			"00000003-0000-0000-c000-000000000000" };

	private static final String JSON = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

	private final GraphService service;

	private final TokenReader tokens;

	private final PublicAddress address;

	private final Clock clock;

	GraphController(GraphService service, TokenReader tokens, PublicAddress address, Clock clock) {
		this.service = service;
		this.tokens = tokens;
		this.address = address;
		this.clock = clock;
	}

	@RequestMapping({ "/v1.0/**", "/beta/**" })
	void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String requestId = UUID.randomUUID().toString();
		String given = request.getHeader("client-request-id");
		String clientRequestId = (given != null) ? given : requestId;
		response.setHeader("request-id", requestId);
		response.setHeader("client-request-id", clientRequestId);
		response.setHeader("x-ms-ags-diagnostic",
				"{\"ServerInfo\":{\"DataCenter\":\"Sandbox\",\"Slice\":\"E\",\"Ring\":\"0\",\"ScaleUnit\":\"000\",\"RoleInstance\":\"SANDBOX\"}}");
		try {
			write(response, this.service.answer(read(request, caller(request))));
		}
		catch (GraphProblem problem) {
			problem.headers().forEach(response::setHeader);
			ObjectNode error = problem.error();
			error.putObject("innerError")
				.put("date",
						LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC)
							.truncatedTo(ChronoUnit.SECONDS)
							.toString())
				.put("request-id", requestId)
				.put("client-request-id", clientRequestId);
			ObjectNode body = Json.object();
			body.set("error", error);
			write(response, problem.status(), "application/json", Json.bytes(body));
		}
	}

	private Caller caller(HttpServletRequest request) {
		String authorization = request.getHeader("Authorization");
		if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
			throw GraphProblem.unauthorized("Access token is empty.");
		}
		try {
			Caller caller = this.tokens.read(authorization.substring("bearer ".length()).trim(), AUDIENCES);
			request.setAttribute("sandbox.caller", caller);
			return caller;
		}
		catch (TokenRefused ex) {
			throw GraphProblem.unauthorized((ex.getMessage() != null) ? ex.getMessage() : "Access token is invalid.");
		}
	}

	private GraphRequest read(HttpServletRequest request, Caller caller) throws IOException {
		String uri = request.getRequestURI();
		boolean beta = uri.startsWith("/beta");
		String path = beta ? uri : uri.substring("/v1.0".length());
		if (!beta && path.startsWith("/beta")) {
			throw GraphProblem.notImplemented(uri);
		}
		Map<String, String> headers = new LinkedHashMap<>();
		Collections.list(request.getHeaderNames())
			.forEach((name) -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
		return new GraphRequest(request.getMethod(), this.address.of(request) + (beta ? "" : "/v1.0"), path,
				java.util.List.of(), Query.of(request.getQueryString()), headers, body(request), caller);
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
		throw GraphProblem.of(400, "BadRequest",
				"Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
	}

	private static void write(HttpServletResponse response, GraphAnswer answer) throws IOException {
		answer.headers().forEach(response::setHeader);
		response.setHeader("OData-Version", "4.0");
		if (answer.text() != null) {
			write(response, answer.status(), "text/plain", answer.text().getBytes(StandardCharsets.UTF_8));
		}
		else if (answer.body() != null) {
			write(response, answer.status(), JSON, Json.bytes(answer.body()));
		}
		else {
			response.setStatus(answer.status());
		}
	}

	private static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
		response.setStatus(status);
		response.setHeader("Content-Type", type);
		response.setHeader("Cache-Control", "no-cache");
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
