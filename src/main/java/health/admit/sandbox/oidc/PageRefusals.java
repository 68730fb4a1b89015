package health.admit.sandbox.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows refusals that cannot be sent to any client.
 */
@ControllerAdvice(assignableTypes = { AuthorizeController.class, SignInController.class, DevicePageController.class,
		LogoutController.class })
class PageRefusals {

	private final Pages pages;

	PageRefusals(Pages pages) {
		this.pages = pages;
	}

	@ExceptionHandler
	ModelAndView refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
		return this.pages.refused(refusal, TokenRefusals.correlationId(request), response);
	}

	@ExceptionHandler({ MissingServletRequestParameterException.class, MethodArgumentTypeMismatchException.class })
	ModelAndView stale(HttpServletRequest request, HttpServletResponse response) {
		return refuse(AuthorizeRefusals.staleForm(), request, response);
	}

}
