package health.admit.portal.signin;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses writes that a browser says come from another site: a second line behind the
 * CSRF token. Programs that send no such header are left to the token.
 */
class FetchSites extends OncePerRequestFilter {

	private static final Set<String> READ = Set.of("GET", "HEAD", "OPTIONS");

	private static final Set<String> OWN = Set.of("same-origin", "none");

	private final AccessDeniedHandler refusal;

	FetchSites(AccessDeniedHandler refusal) {
		this.refusal = refusal;
	}

	/**
	 * Where the browser says the request comes from; {@code none} when it does not say.
	 */
	static String of(HttpServletRequest request) {
		return Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "none");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (READ.contains(request.getMethod()) || OWN.contains(of(request))) {
			chain.doFilter(request, response);
		}
		else {
			this.refusal.handle(request, response, new AccessDeniedException("A write from another site"));
		}
	}

}
