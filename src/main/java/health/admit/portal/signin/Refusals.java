package health.admit.portal.signin;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What happens to a request that may not be served: whoever is not signed in is sent to
 * the sign-in page and comes back; whoever is gets a page that says what is missing. A
 * program gets neither, but a status.
 */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	/** Name of the request attribute with the {@link Access} that was needed. */
	static final String NEEDED = "signin.needed";

	private final SessionContexts sessions;

	private final FormPages pages;

	Refusals(SessionContexts sessions, FormPages pages) {
		this.sessions = sessions;
		this.pages = pages;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException {
		if (route(request).isEmpty()) {
			response.sendError(HttpStatus.NOT_FOUND.value());
			return;
		}
		if (ProgramAnswers.wanted(request)) {
			ProgramAnswers.refuse(HttpStatus.UNAUTHORIZED, response);
			return;
		}
		StepUps.leave(Addresses.with("/signin", "to", this.pages.of(request)), request, response);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException, ServletException {
		boolean fromPage = Set.of("same-origin", "none").contains(FetchSites.of(request));
		if (!this.sessions.containsContext(request) && request.getUserPrincipal() == null && fromPage) {
			// The form was open longer than the session: its token died with it.
			StepUps.leave(Addresses.with("/signin", "to", this.pages.of(request)), request, response);
			return;
		}
		if (exception instanceof CsrfException) {
			request.setAttribute(WebAttributes.ACCESS_DENIED_403, exception);
			response.sendError(HttpStatus.FORBIDDEN.value());
			return;
		}
		Optional<Route> route = route(request);
		if (route.isEmpty()) {
			response.sendError(HttpStatus.NOT_FOUND.value());
			return;
		}
		if (ProgramAnswers.wanted(request)) {
			ProgramAnswers.refuse(HttpStatus.FORBIDDEN, response);
			return;
		}
		request.setAttribute(NEEDED, route.get().access());
		response.setStatus(HttpStatus.FORBIDDEN.value());
		request.getRequestDispatcher("/signin/refused").forward(request, response);
	}

	private static Optional<Route> route(HttpServletRequest request) {
		return RoutePolicy.find(HttpMethod.valueOf(request.getMethod()), request.getRequestURI());
	}

}
