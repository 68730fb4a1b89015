package health.admit.sandbox.oidc;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the {@code error_uri} of a refusal leads.
 */
@Controller
class ErrorLookupController {

	private final Pages pages;

	ErrorLookupController(Pages pages) {
		this.pages = pages;
	}

	@GetMapping(path = "/error", params = "code")
	ModelAndView show(@RequestParam int code, HttpServletResponse response) {
		return this.pages.done("AADSTS" + code,
				"The text beside this code in the answer says what happened. Microsoft lists all codes at https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
				response);
	}

}
