package health.admit.portal.expiry;

import java.util.UUID;

import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.LastUseReports;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;

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

	private final LastUseReports reports;

	private final Refreshing refreshing;

	private final CurrentOperator current;

	private final Texts texts;

	LastUseController(Inventory inventory, LastUseReports reports, Refreshing refreshing, CurrentOperator current,
			Texts texts) {
		this.inventory = inventory;
		this.reports = reports;
		this.refreshing = refreshing;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping("/expiry/last-use")
	String show(Model model) {
		this.current.require(DelegatedScope.AUDIT_READ);
		UUID tenant = this.current.operator().tenant();
		model.addAttribute("freshness", FreshnessView.of(this.inventory.freshness(tenant)));
		model.addAttribute("report", LastUseView.of(this.reports.of(tenant)));
		return "expiry/last-use";
	}

	@PostMapping("/expiry/last-use")
	String submit(RedirectAttributes redirect) {
		this.refreshing.lastUse(this.current.delegation());
		redirect.addFlashAttribute("toast", this.texts.get("expiry.lastUse.begun"));
		return "redirect:/expiry/last-use";
	}

}
