package health.admit.sandbox.oidc;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * The headers of every page of this service.
 */
final class PageHeaders {

	private PageHeaders() {
	}

	/**
	 * Writes them.
	 * @param formTargets where forms of the page may lead, redirects included, besides
	 * this service
	 */
	static void write(HttpServletResponse response, Collection<String> formTargets) {
		Set<String> targets = new LinkedHashSet<>(formTargets);
		response.setHeader("Content-Security-Policy",
				"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; frame-src 'none'; form-action 'self'"
						+ (targets.isEmpty() ? "" : " " + String.join(" ", targets))
						+ "; frame-ancestors 'none'; base-uri 'none'");
		response.setHeader("X-Frame-Options", "DENY");
		quiet(response);
	}

	/** For redirects too. */
	static void quiet(HttpServletResponse response) {
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "strict-origin");
		response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

}
