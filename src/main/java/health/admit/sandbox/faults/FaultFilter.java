package health.admit.sandbox.faults;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets the switched-on faults strike.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class FaultFilter extends OncePerRequestFilter {

	/** Tells the valve to end the connection. */
	static final String DROP = FaultFilter.class.getName() + ".drop";

	/** Name of the fault that struck, for the request log. */
	static final String STRUCK = FaultFilter.class.getName() + ".struck";

	private static final String CHALLENGE = "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\", errorDescription=\"%s\", error=\"insufficient_claims\", claims=\"%s\"";

	private final Faults faults;

	private final Clock clock;

	FaultFilter(Faults faults, Clock clock) {
		this.faults = faults;
		this.clock = clock;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/_sandbox");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<FaultRule> rule = this.faults.striking(request.getMethod(), request.getRequestURI(), query(request));
		if (rule.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		FaultKind kind = rule.get().kind();
		request.setAttribute(STRUCK, kind.name());
		ContentCachingResponseWrapper right = new ContentCachingResponseWrapper(response);
		if (kind.after()) {
			chain.doFilter(request, right);
		}
		rule.get().hold();
		switch (kind) {
			case DROP, DROP_AFTER -> request.setAttribute(DROP, true);
			case CUT -> cut(request, response, right.getContentAsByteArray());
			case DELAY -> right.copyBodyToResponse();
			default -> refuse(request, response, rule.get());
		}
	}

	private static String query(HttpServletRequest request) {
		String query = request.getQueryString();
		return (query != null) ? URLDecoder.decode(query, StandardCharsets.UTF_8) : "";
	}

	private static void cut(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
		response.setContentLength(Math.max(2, body.length));
		response.getOutputStream().write(body, 0, body.length / 2);
		response.flushBuffer();
		request.setAttribute(DROP, true);
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, FaultRule rule) throws IOException {
		FaultKind kind = rule.kind();
		response.reset();
		response.setStatus(kind.status());
		if (rule.retryAfter() >= 0) {
			response.setHeader("Retry-After", Integer.toString(rule.retryAfter()));
		}
		if (kind == FaultKind.CLAIMS_CHALLENGE) {
			String claims = rule.claims(this.clock.instant().getEpochSecond());
			response.setHeader("WWW-Authenticate", CHALLENGE.formatted(kind.message(),
					Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8))));
		}
		Dialect dialect = Dialect.of(request.getRequestURI());
		response.setContentType(dialect.type());
		String given = request.getHeader("client-request-id");
		response.getOutputStream()
			.write(dialect.body(kind, response, (given != null) ? given : "", this.clock.instant()));
	}

}
