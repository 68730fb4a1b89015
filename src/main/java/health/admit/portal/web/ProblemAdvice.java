package health.admit.portal.web;

import health.admit.portal.audit.AuditNotWritten;
import health.admit.portal.directory.DirectoryRefused;
import health.admit.portal.directory.DirectoryUnavailable;
import health.admit.portal.operation.PlanChanged;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns what no controller handles, but the reader can do something about, into a page
 * that says what.
 */
@ControllerAdvice
class ProblemAdvice {

	private final ProblemPages pages;

	ProblemAdvice(ProblemPages pages) {
		this.pages = pages;
	}

	@ExceptionHandler
	ModelAndView refused(DirectoryRefused refused, HttpServletRequest request) {
		return this.pages.page(DirectoryProblems.of(refused), request, refused);
	}

	@ExceptionHandler
	ModelAndView unavailable(DirectoryUnavailable unavailable, HttpServletRequest request) {
		return this.pages.page(DirectoryProblems.of(unavailable), request, unavailable);
	}

	@ExceptionHandler
	ModelAndView planChanged(PlanChanged changed, HttpServletRequest request) {
		return this.pages.page(Problem.of("planChanged", 409), request, changed);
	}

	@ExceptionHandler
	ModelAndView unrecorded(AuditNotWritten unrecorded, HttpServletRequest request) {
		return this.pages.page(Problem.of("unrecorded", 503), request, unrecorded);
	}

	@ExceptionHandler
	ModelAndView tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
		return this.pages.page(Problem.of(413), request, large);
	}

	/**
	 * An id in the address that is none: as good as an address that does not exist.
	 */
	@ExceptionHandler
	ModelAndView mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
		return this.pages.page(Problem.of(404), request, mistyped);
	}

}
