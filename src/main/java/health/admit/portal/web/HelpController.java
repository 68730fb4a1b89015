package health.admit.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The help page, linked from the same place on every page.
 */
@Controller
class HelpController {

	@GetMapping("/help")
	String show() {
		return "help";
	}

}
