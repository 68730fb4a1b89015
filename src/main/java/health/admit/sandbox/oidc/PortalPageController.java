package health.admit.sandbox.oidc;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where links into the Azure portal and the Entra admin centre lead. Browsers keep the
 * part of an address that names the page there to themselves.
 */
@Controller
class PortalPageController {

	private final Pages pages;

	PortalPageController(Pages pages) {
		this.pages = pages;
	}

	@GetMapping("/")
	ModelAndView show(HttpServletResponse response) {
		return this.pages.done("The sandbox has no Azure portal",
				"In a real cloud this address opens a page of the Azure portal or the Entra admin centre: the one that stands behind the # in the address bar. To make the change in the sandbox, use the application's page in Admit, or Microsoft Graph and Azure Resource Manager at this address.",
				response);
	}

}
