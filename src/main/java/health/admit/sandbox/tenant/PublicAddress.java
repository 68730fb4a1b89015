package health.admit.sandbox.tenant;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The origin under which a caller reached the sandbox, for issuers and links: the
 * configured one, else what a proxy says in {@code X-Forwarded-*}, else
 * {@code http://localhost} with the port of the sandbox. The {@code Host} header alone is
 * never believed.
 */
@Component
public class PublicAddress {

	private final String configured;

	PublicAddress(@Value("${admit.sandbox.base-url:}") String configured) {
		this.configured = configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
	}

	/** Such as {@code http://localhost:8081}, without a trailing slash. */
	public String of(HttpServletRequest request) {
		if (!this.configured.isEmpty()) {
			return this.configured;
		}
		String host = first(request.getHeader("X-Forwarded-Host"));
		if (host == null) {
			return "http://localhost:" + request.getLocalPort();
		}
		String scheme = first(request.getHeader("X-Forwarded-Proto"));
		String port = first(request.getHeader("X-Forwarded-Port"));
		String origin = ((scheme != null) ? scheme : "https") + "://" + host;
		boolean named = port == null || host.matches(".*:\\d+") || isDefault(origin, port);
		return named ? origin : origin + ":" + port;
	}

	private static boolean isDefault(String origin, String port) {
		return port.equals(origin.startsWith("https:") ? "443" : "80");
	}

	private static @Nullable String first(@Nullable String header) {
		return (header == null || header.isBlank()) ? null : header.split(",", 2)[0].trim();
	}

}
