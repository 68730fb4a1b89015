package health.admit.sandbox.health;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.AzureResources;
import health.admit.sandbox.tenant.HealthAddresses;
import health.admit.sandbox.tenant.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The HTTP side of DICOM services: reads the request and its token, writes the answer or
 * the error. Every path but that of the health check names the version of the API.
 */
@Controller
class DicomController {

	private static final String TEXT = "text/plain; charset=utf-8";

	private final AzureResources resources;

	private final HealthAddresses addresses;

	private final PublicAddress address;

	private final ServiceTokens tokens;

	private final DicomOperations operations;

	DicomController(AzureResources resources, HealthAddresses addresses, PublicAddress address, ServiceTokens tokens,
			DicomOperations operations) {
		this.resources = resources;
		this.addresses = addresses;
		this.address = address;
		this.tokens = tokens;
		this.operations = operations;
	}

	@RequestMapping({ "/dicom/{host}", "/dicom/{host}/**" })
	void handle(@PathVariable String host, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Optional<AzureResources.Resource> service = this.resources.service(AzureResources.DICOM, host);
		if (service.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		try {
			write(response, answer(service.get(), request));
		}
		catch (NotAuthenticated ex) {
			response.setHeader("WWW-Authenticate", ex.challenge());
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
		}
		catch (DicomProblem problem) {
			write(response, new DicomAnswer(problem.status(), TEXT,
					String.valueOf(problem.getMessage()).getBytes(StandardCharsets.UTF_8)));
		}
	}

	private DicomAnswer answer(AzureResources.Resource service, HttpServletRequest request) throws IOException {
		List<String> path = path(request);
		if (path.equals(List.of("health", "check"))) {
			return new DicomAnswer(200, "application/json; charset=utf-8",
					"{\"overallStatus\":\"Healthy\",\"details\":[]}".getBytes(StandardCharsets.UTF_8));
		}
		String version = path.isEmpty() ? "" : path.get(0);
		if (!version.matches("v\\d.*")) {
			throw DicomProblem.of(404, "The path has to begin with the version of the API, such as /v2.");
		}
		if (!List.of("v1", "v2").contains(version)) {
			throw DicomProblem.of(400, "The version '" + version + "' of the API is not supported.");
		}
		if (path.size() == 2 && path.get(1).equals("api.yaml")) {
			return new DicomAnswer(200, "application/yaml",
					new ClassPathResource("sandbox/dicom-api.yaml").getContentAsByteArray());
		}
		String origin = this.address.of(request);
		Caller caller = this.tokens.caller(request, this.addresses.authority(origin), HealthAddresses.DICOM_AUDIENCES);
		Map<String, String> headers = new LinkedHashMap<>();
		Collections.list(request.getHeaderNames())
			.forEach((name) -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
		return this.operations.answer(new DicomRequest(service, request.getMethod(),
				this.addresses.dicom(service, origin) + "/" + version, path.subList(1, path.size()),
				query(request.getQueryString()), headers, request.getInputStream().readAllBytes(), caller.objectId()));
	}

	/** The segments below the service. */
	private static List<String> path(HttpServletRequest request) {
		List<String> parts = Arrays.stream(request.getRequestURI().split("/"))
			.filter((part) -> !part.isEmpty())
			.map((part) -> decode(part.replace("+", "%2B")))
			.toList();
		return parts.subList(2, parts.size());
	}

	private static Map<String, String> query(@Nullable String text) {
		Map<String, String> query = new LinkedHashMap<>();
		if (text != null && !text.isEmpty()) {
			for (String part : text.split("&")) {
				int equals = part.indexOf('=');
				query.put(decode((equals < 0) ? part : part.substring(0, equals)),
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
			return text;
		}
	}

	private static void write(HttpServletResponse response, DicomAnswer answer) throws IOException {
		response.setStatus(answer.status());
		if (!answer.type().isEmpty()) {
			response.setHeader("Content-Type", answer.type());
			response.setContentLength(answer.body().length);
			response.getOutputStream().write(answer.body());
		}
	}

}
