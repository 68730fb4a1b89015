package health.admit.portal.expiry;

import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.signin.CurrentOperator;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Has Entra's report on the use of credentials read. It needs a licence, a role and a
 * permission of its own, so somebody asks for it knowingly.
 */
@Controller
class LastUseController {

	private final Inventory inventory;

	private final Refreshing refreshing;

	private final CurrentOperator current;

	private final Texts texts;

	LastUseController(Inventory inventory, Refreshing refreshing, CurrentOperator current, Texts texts) {
		this.inventory = inventory;
		this.refreshing = refreshing;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping("/expiry/last-use")
	String show(Model model) {
		model.addAttribute("freshness", FreshnessView.of(this.inventory.freshness(this.current.operator().tenant())));
		return "expiry/last-use";
	}

	@PostMapping("/expiry/last-use")
	String submit(RedirectAttributes redirect) {
		this.refreshing.lastUse(this.current.delegation());
		redirect.addFlashAttribute("toast", this.texts.get("expiry.lastUse.begun"));
		return "redirect:/expiry/last-use";
	}

}
