package health.admit.sandbox.faults;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

import health.admit.sandbox.tenant.Json;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the service that a request is for words an error.
 */
enum Dialect {

	GRAPH {

		@Override
		byte[] body(FaultKind kind, HttpServletResponse response, String clientRequestId, Instant now) {
			String requestId = UUID.randomUUID().toString();
			String traced = clientRequestId.isEmpty() ? requestId : clientRequestId;
			response.setHeader("request-id", requestId);
			response.setHeader("client-request-id", traced);
			ObjectNode body = error(kind.code(), kind.message());
			body.withObject("/error")
				.putObject("innerError")
				.put("date", LocalDateTime.ofInstant(now, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString())
				.put("request-id", requestId)
				.put("client-request-id", traced);
			return Json.bytes(body);
		}

	},

	TOKENS {

		@Override
		byte[] body(FaultKind kind, HttpServletResponse response, String clientRequestId, Instant now) {
			return Json.bytes(Json.object()
				.put("error", "temporarily_unavailable")
				.put("error_description", "AADSTS90033: A transient error has occurred. Please try again."));
		}

	},

	ARM {

		@Override
		byte[] body(FaultKind kind, HttpServletResponse response, String clientRequestId, Instant now) {
			response.setHeader("x-ms-request-id", UUID.randomUUID().toString());
			String code = switch (kind) {
				case UNAVAILABLE, UNAVAILABLE_AFTER -> "ServerBusy";
				case GATEWAY_TIMEOUT, GATEWAY_TIMEOUT_AFTER -> "GatewayTimeout";
				case NOT_FOUND_AFTER -> "ResourceNotFound";
				case CONCURRENCY -> "AnotherOperationInProgress";
				case DENIED -> "AuthorizationFailed";
				case TOKEN_EXPIRED -> "ExpiredAuthenticationToken";
				case CLAIMS_CHALLENGE -> "InvalidAuthenticationToken";
				case EXPIRED_PAGE_TOKEN -> "InvalidSkipToken";
				default -> kind.code();
			};
			return Json.bytes(error(code, kind.message()));
		}

	},

	FHIR {

		@Override
		String type() {
			return "application/fhir+json; charset=utf-8";
		}

		@Override
		byte[] body(FaultKind kind, HttpServletResponse response, String clientRequestId, Instant now) {
			ObjectNode outcome = Json.object()
				.put("resourceType", "OperationOutcome")
				.put("id", UUID.randomUUID().toString());
			outcome.putArray("issue").addObject().put("severity", "error").put("code", switch (kind.status()) {
				case 401 -> "login";
				case 403 -> "forbidden";
				case 404 -> "not-found";
				case 409 -> "conflict";
				case 429 -> "throttled";
				default -> "exception";
			}).put("diagnostics", switch (kind.status()) {
				case 401 -> "Authentication failed.";
				case 403 -> "Authorization failed.";
				default -> kind.message();
			});
			return Json.bytes(outcome);
		}

	},

	DICOM {

		@Override
		String type() {
			return "text/plain; charset=utf-8";
		}

		@Override
		byte[] body(FaultKind kind, HttpServletResponse response, String clientRequestId, Instant now) {
			String text = switch (kind.status()) {
				case 401 -> "";
				case 403 -> "Authorization failed.";
				default -> kind.message();
			};
			return text.getBytes(StandardCharsets.UTF_8);
		}

	};

	static Dialect of(String path) {
		String lower = path.toLowerCase(Locale.ROOT);
		if (lower.contains("/oauth2/")) {
			return TOKENS;
		}
		if (lower.startsWith("/subscriptions") || lower.startsWith("/providers")) {
			return ARM;
		}
		return lower.startsWith("/fhir/") ? FHIR : lower.startsWith("/dicom/") ? DICOM : GRAPH;
	}

	/** The type of the body. */
	String type() {
		return "application/json";
	}

	/** The body, and the headers that go with it. */
	abstract byte[] body(FaultKind kind, HttpServletResponse response, String clientRequestId, Instant now);

	private static ObjectNode error(String code, String message) {
		ObjectNode body = Json.object();
		body.putObject("error").put("code", code).put("message", message);
		return body;
	}

}
