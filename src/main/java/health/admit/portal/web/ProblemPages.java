package health.admit.portal.web;

import java.util.Map;
import java.util.function.Supplier;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one error page. It names no class, and its reference is also in the log beside what
 * really happened.
 */
@Component
class ProblemPages implements ErrorViewResolver {

	private static final Logger log = LoggerFactory.getLogger(ProblemPages.class);

	private final Supplier<String> references;

	ProblemPages() {
		this(new References());
	}

	ProblemPages(Supplier<String> references) {
		this.references = references;
	}

	@Override
	public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
		Throwable outage = StoreOutage.cause(request);
		if (outage != null) {
			return page(Problem.of("store", status.value()), request, outage);
		}
		Problem problem = (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException)
				? Problem.of("csrf", status.value()) : Problem.of(status.value());
		return page(problem, request, cause(request));
	}

	ModelAndView page(Problem problem, HttpServletRequest request, @Nullable Throwable cause) {
		String reference = this.references.get();
		record(problem, reference, request, cause);
		return new ModelAndView("problem", Map.of("problem", problem, "reference", reference),
				HttpStatusCode.valueOf(problem.status()));
	}

	private static void record(Problem problem, String reference, HttpServletRequest request,
			@Nullable Throwable cause) {
		String line = "Problem {}: {} {} ended with {} {}";
		Object[] details = { reference, request.getMethod(), path(request), problem.status(), problem.kind(), cause };
		if (problem.status() >= 500) {
			log.error(line, details);
		}
		else {
			log.info(line, details[0], details[1], details[2], details[3], details[4]);
		}
	}

	/**
	 * The path as it was sent, percent-encoded, so that it cannot break a log line.
	 */
	private static String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (failed instanceof String uri) ? uri : request.getRequestURI();
	}

	private static @Nullable Throwable cause(HttpServletRequest request) {
		return (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) ? cause : null;
	}

}
