package health.admit.portal.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Refusals for programs, after RFC 9457: a redirect to a sign-in page would look to them
 * like an answer.
 */
final class ProgramAnswers {

	private ProgramAnswers() {
	}

	static boolean wanted(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/");
	}

	static void refuse(HttpStatus status, HttpServletResponse response) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getWriter()
			.print("{\"type\":\"about:blank\",\"title\":\"" + status.getReasonPhrase() + "\",\"status\":"
					+ status.value() + "}");
	}

}
