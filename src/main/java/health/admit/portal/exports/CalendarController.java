package health.admit.portal.exports;

import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.PortalAddress;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where people make and revoke their link to the calendar. The link is in the answer to
 * the very request that made it and nowhere else, hence no redirect.
 */
@Controller
class CalendarController {

	private static final String VIEW = "exports/calendar";

	private final CalendarLinks links;

	private final CurrentOperator current;

	private final PortalAddress address;

	private final MessageSource messages;

	CalendarController(CalendarLinks links, CurrentOperator current, PortalAddress address, MessageSource messages) {
		this.links = links;
		this.current = current;
		this.address = address;
		this.messages = messages;
	}

	@GetMapping("/expiry/calendar")
	String show(Model model) {
		model.addAttribute("link", this.links.visit(this.current.operator()).orElse(null));
		return VIEW;
	}

	@PostMapping("/expiry/calendar")
	String submit(Model model) {
		Operator operator = this.current.operator();
		model.addAttribute("address", this.address.origin() + "/calendar/" + this.links.create(operator) + ".ics");
		model.addAttribute("link", this.links.visit(operator).orElse(null));
		return VIEW;
	}

	@PostMapping("/expiry/calendar/revoke")
	String revoke(RedirectAttributes flash) {
		this.links.revoke(this.current.operator());
		flash.addFlashAttribute("toast",
				this.messages.getMessage("exports.calendar.revoked", new Object[0], LocaleContextHolder.getLocale()));
		return "redirect:/expiry/calendar";
	}

}
