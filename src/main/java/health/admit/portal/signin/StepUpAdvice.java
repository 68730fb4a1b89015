package health.admit.portal.signin;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Turns what the token store raises in a request into a detour through sign-in.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class StepUpAdvice {

	private static final Logger log = LoggerFactory.getLogger(StepUpAdvice.class);

	private final StepUps stepUps;

	private final SessionContexts sessions;

	private final FormPages pages;

	StepUpAdvice(StepUps stepUps, SessionContexts sessions, FormPages pages) {
		this.stepUps = stepUps;
		this.sessions = sessions;
		this.pages = pages;
	}

	@ExceptionHandler
	void stepUp(StepUpRequired wanted, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		if (!this.stepUps.start(wanted, this.pages.of(request), request, response)) {
			OAuth2Error loop = new OAuth2Error("loop", "", null);
			show(SignInProblem.of(loop), HttpStatus.FORBIDDEN, request, response);
		}
	}

	@ExceptionHandler
	void signIn(SignInRequired ended, HttpServletRequest request, HttpServletResponse response) {
		String page = this.pages.of(request);
		this.sessions.end(request);
		StepUps.leave(Addresses.with("/signin", "to", page), request, response);
	}

	@ExceptionHandler
	void refused(TokensRefused refused, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		SignInProblem problem = SignInProblem.of(refused.error());
		log.warn("The token endpoint refused the portal: {} {}", problem.kind(), problem.code());
		show(problem, HttpStatus.BAD_GATEWAY, request, response);
	}

	private static void show(SignInProblem problem, HttpStatus status, HttpServletRequest request,
			HttpServletResponse response) throws IOException, ServletException {
		request.setAttribute(SignInProblem.ATTRIBUTE, problem);
		response.setStatus(status.value());
		request.getRequestDispatcher("/signin/problem").forward(request, response);
	}

}
