package health.admit.sandbox.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Notes every request and how it was answered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestLogFilter extends OncePerRequestFilter {

	private static final int LARGEST_BODY = 1_000_000;

	private final RequestLog log;

	private final Clock clock;

	RequestLogFilter(RequestLog log, Clock clock) {
		this.log = log;
		this.clock = clock;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/_sandbox");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ObjectNode entry = Json.object()
			.put("at", this.clock.instant().toString())
			.put("method", request.getMethod())
			.put("path", request.getRequestURI())
			.put("query", request.getQueryString());
		if (!this.log.withBodies()) {
			chain.doFilter(request, response);
			note(entry, request, response.getStatus());
			return;
		}
		ContentCachingRequestWrapper given = new ContentCachingRequestWrapper(request, LARGEST_BODY);
		ContentCachingResponseWrapper answered = new ContentCachingResponseWrapper(response);
		chain.doFilter(given, answered);
		entry.put("requestBody", Redaction.of(given.getContentAsString()));
		entry.put("responseBody", Redaction.of(new String(answered.getContentAsByteArray(), StandardCharsets.UTF_8)));
		note(entry, given, answered.getStatus());
		if (request.getAttribute(FaultFilter.DROP) == null) {
			answered.copyBodyToResponse();
		}
	}

	/** Each service has its own name for it. */
	private static @Nullable String clientRequestId(HttpServletRequest request) {
		String given = request.getHeader("client-request-id");
		return (given != null) ? given : request.getHeader("x-ms-client-request-id");
	}

	private void note(ObjectNode entry, HttpServletRequest request, int status) {
		String query = request.getQueryString();
		entry.put("status", (request.getAttribute(FaultFilter.DROP) != null) ? 0 : status)
			.put("clientRequestId", clientRequestId(request))
			.put("select", query != null && (query.contains("$select=") || query.contains("%24select=")));
		if (request.getAttribute("sandbox.caller") instanceof Caller caller) {
			entry.put("oid", caller.objectId().toString()).put("appId", caller.appId().toString());
		}
		if (request.getAttribute(FaultFilter.STRUCK) instanceof String fault) {
			entry.put("fault", fault);
		}
		this.log.add(entry);
	}

}
