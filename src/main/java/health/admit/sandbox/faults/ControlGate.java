package health.admit.sandbox.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only programs on this machine at the controls: not what comes through a proxy, and
 * not a web page that was made to send requests here.
 */
@Component
@Order(0)
class ControlGate extends OncePerRequestFilter {

	private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return !path.startsWith("/_sandbox") || path.startsWith("/_sandbox/assets/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean local = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
				&& request.getHeader("X-Forwarded-For") == null && request.getHeader("X-Forwarded-Host") == null
				&& OWN_NAMES.contains(request.getServerName()) && request.getHeader("Origin") == null;
		if (local) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

}
