package health.admit.portal.connection;

import java.util.Map;

import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.StepUpRequired;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Fills the address of a test from the services of Azure. What was typed travels in the
 * address of the form, but for the credential, which has to be entered after that.
 */
@Controller
class ServicesController {

	private static final int LONGEST = 500;

	private final ServiceOffers offers;

	private final CurrentOperator current;

	ServicesController(ServiceOffers offers, CurrentOperator current) {
		this.offers = offers;
		this.current = current;
	}

	/**
	 * The list for a page that is shown already; nothing for an operator who has not
	 * agreed that the portal reads Azure, and is asked only after pressing the button.
	 */
	@GetMapping("/connection/services")
	ModelAndView list() {
		try {
			return new ModelAndView("connection/form :: services",
					Map.of("offer", this.offers.look(this.current.delegation())));
		}
		catch (StepUpRequired ex) {
			ModelAndView nothing = new ModelAndView();
			nothing.setView((model, request, response) -> {
			});
			nothing.setStatus(HttpStatus.NO_CONTENT);
			return nothing;
		}
	}

	@PostMapping(path = "/connection", params = "find")
	String find(@ModelAttribute("form") ConnectionForm form) {
		return "redirect:" + with(form, form.getAddress(), true) + "#services";
	}

	@PostMapping(path = "/connection", params = "use")
	String use(@ModelAttribute("form") ConnectionForm form, @RequestParam String use) {
		return "redirect:" + with(form, use, false);
	}

	private static String with(ConnectionForm form, String address, boolean look) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath("/connection");
		Map<String, String> typed = Map.of("address", kept(address), "clientId", kept(form.getClientId()),
				"redirectUri", kept(form.getRedirectUri()), "roleGiven", kept(form.getRoleGiven()));
		typed.forEach((name, value) -> link.queryParam(name, "{" + name + "}"));
		link.queryParam("way", form.getWay()).queryParam("need", form.getNeed());
		if (look) {
			link.queryParam("look", true);
		}
		return link.encode().buildAndExpand(typed).toUriString();
	}

	/** Nothing that is longer than any answer to the form can be right. */
	private static String kept(String text) {
		return (text.length() <= LONGEST) ? text : "";
	}

}
