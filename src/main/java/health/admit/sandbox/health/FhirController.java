package health.admit.sandbox.health;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.AzureResources;
import health.admit.sandbox.tenant.HealthAddresses;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The HTTP side of FHIR services: reads the request and its token, writes the answer or
 * the error.
 */
@Controller
class FhirController {

	private static final String JSON = "application/fhir+json; charset=utf-8";

	private final AzureResources resources;

	private final HealthAddresses addresses;

	private final PublicAddress address;

	private final ServiceTokens tokens;

	private final FhirDiscovery discovery;

	private final FhirOperations operations;

	FhirController(AzureResources resources, HealthAddresses addresses, PublicAddress address, ServiceTokens tokens,
			FhirDiscovery discovery, FhirOperations operations) {
		this.resources = resources;
		this.addresses = addresses;
		this.address = address;
		this.tokens = tokens;
		this.discovery = discovery;
		this.operations = operations;
	}

	@RequestMapping({ "/fhir/{host}", "/fhir/{host}/**" })
	void handle(@PathVariable String host, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Optional<AzureResources.Resource> service = this.resources.service(AzureResources.FHIR, host);
		if (service.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		response.setHeader("X-Request-Id", UUID.randomUUID().toString());
		String origin = this.address.of(request);
		String authority = this.addresses.authority(origin);
		List<String> path = path(request);
		try {
			Optional<ObjectNode> open = request.getMethod().equals("GET") ? this.discovery.answer(
					String.join("/", path), this.addresses.fhir(service.get(), origin), authority) : Optional.empty();
			if (open.isPresent()) {
				write(response, FhirAnswer.ok(open.get()),
						path.get(0).equals("metadata") ? JSON : "application/json; charset=utf-8");
				return;
			}
			Caller caller = this.tokens.caller(request, authority,
					List.of(this.addresses.audience(service.get(), origin)));
			write(response, this.operations.answer(read(service.get(), request, origin, path, caller)), JSON);
		}
		catch (NotAuthenticated ex) {
			response.setHeader("WWW-Authenticate", ex.challenge());
			write(response, new FhirAnswer(401, Map.of(), FhirProblem.outcome("login", "Authentication failed.")),
					JSON);
		}
		catch (FhirProblem problem) {
			write(response, new FhirAnswer(problem.status(), Map.of(), problem.body()), JSON);
		}
	}

	private FhirRequest read(AzureResources.Resource service, HttpServletRequest request, String origin,
			List<String> path, Caller caller) throws IOException {
		Map<String, String> headers = new LinkedHashMap<>();
		Collections.list(request.getHeaderNames())
			.forEach((name) -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
		byte[] body = request.getInputStream().readAllBytes();
		Map<String, List<String>> query = new LinkedHashMap<>();
		parameters(request.getQueryString(), query);
		boolean search = !path.isEmpty() && path.get(path.size() - 1).equals("_search");
		if (search && request.getMethod().equals("POST")) {
			parameters(new String(body, StandardCharsets.UTF_8), query);
		}
		refuseXml(headers, query);
		return new FhirRequest(service, request.getMethod(), this.addresses.fhir(service, origin), path, query, headers,
				body, caller.objectId());
	}

	private static void refuseXml(Map<String, String> headers, Map<String, List<String>> query) {
		boolean xml = headers.getOrDefault("accept", "").startsWith("application/fhir+xml")
				|| headers.getOrDefault("content-type", "").contains("xml")
				|| query.getOrDefault("_format", List.of()).stream().anyMatch((format) -> format.contains("xml"));
		if (xml) {
			throw FhirProblem.notImplemented("XML");
		}
	}

	/** The segments below the service. */
	private static List<String> path(HttpServletRequest request) {
		List<String> parts = Arrays.stream(request.getRequestURI().split("/"))
			.filter((part) -> !part.isEmpty())
			.map((part) -> decode(part.replace("+", "%2B")))
			.toList();
		return parts.subList(2, parts.size());
	}

	private static void parameters(@Nullable String text, Map<String, List<String>> into) {
		if (text == null || text.isEmpty()) {
			return;
		}
		for (String part : text.split("&")) {
			int equals = part.indexOf('=');
			String name = decode((equals < 0) ? part : part.substring(0, equals));
			into.computeIfAbsent(name, (key) -> new ArrayList<>())
				.add((equals < 0) ? "" : decode(part.substring(equals + 1)));
		}
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	private static void write(HttpServletResponse response, FhirAnswer answer, String type) throws IOException {
		response.setStatus(answer.status());
		answer.headers().forEach(response::setHeader);
		if (answer.body() != null) {
			byte[] bytes = Json.bytes(answer.body());
			response.setHeader("Content-Type", type);
			response.setContentLength(bytes.length);
			response.getOutputStream().write(bytes);
		}
	}

}
