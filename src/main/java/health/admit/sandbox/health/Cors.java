package health.admit.sandbox.health;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.AzureResources;
import health.admit.sandbox.tenant.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages of other origins in, as far as the service they call is configured to. The
 * web framework would answer a browser's question beforehand itself, before any
 * controller sees it.
 */
@Component
@Order(1)
class Cors extends OncePerRequestFilter {

	private static final Pattern SERVICE = Pattern.compile("/(fhir|dicom)/([^/]+)(?:/.*)?");

	private final AzureResources resources;

	Cors(AzureResources resources) {
		this.resources = resources;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String origin = request.getHeader("Origin");
		Matcher path = SERVICE.matcher(request.getRequestURI());
		if (origin == null || !path.matches()) {
			chain.doFilter(request, response);
			return;
		}
		String wanted = request.getHeader("Access-Control-Request-Method");
		boolean asking = request.getMethod().equals("OPTIONS") && wanted != null;
		Optional<JsonNode> configured = this.resources
			.service(path.group(1).equals("fhir") ? AzureResources.FHIR : AzureResources.DICOM, path.group(2))
			.map((service) -> service.document().at("/properties/corsConfiguration"));
		if (configured.isPresent() && allows(configured.get(), "origins", origin)) {
			response.setHeader("Access-Control-Allow-Origin", origin);
			response.addHeader("Vary", "Origin");
			if (configured.get().path("allowCredentials").asBoolean(false)) {
				response.setHeader("Access-Control-Allow-Credentials", "true");
			}
			if (asking && allows(configured.get(), "methods", wanted)) {
				permit(configured.get(), wanted, request.getHeader("Access-Control-Request-Headers"), response);
			}
		}
		if (asking) {
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static void permit(JsonNode configured, String method, @Nullable String headers,
			HttpServletResponse response) {
		response.setHeader("Access-Control-Allow-Methods", method);
		if (headers != null) {
			List<String> listed = Json.texts(configured, "headers");
			response.setHeader("Access-Control-Allow-Headers",
					listed.contains("*") ? headers : String.join(", ", listed));
		}
		response.setHeader("Access-Control-Max-Age", Integer.toString(configured.path("maxAge").asInt(600)));
	}

	private static boolean allows(JsonNode configured, String member, String value) {
		List<String> listed = Json.texts(configured, member);
		return listed.contains("*") || listed.contains(value);
	}

}
