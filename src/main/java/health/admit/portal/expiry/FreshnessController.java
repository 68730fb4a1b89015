package health.admit.portal.expiry;

import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.signin.CurrentOperator;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How complete the index is, and reading it again.
 */
@Controller
class FreshnessController {

	/** Parts of a page that show what the index says listen to it. */
	private static final String ENDED = "indexread";

	private final Inventory inventory;

	private final Refreshing refreshing;

	private final CurrentOperator current;

	private final Texts texts;

	FreshnessController(Inventory inventory, Refreshing refreshing, CurrentOperator current, Texts texts) {
		this.inventory = inventory;
		this.refreshing = refreshing;
		this.current = current;
		this.texts = texts;
	}

	/**
	 * The notice alone; only asked for by pages on which something is being read.
	 */
	@GetMapping("/expiry/freshness")
	String show(Model model, HttpServletResponse response) {
		FreshnessView freshness = FreshnessView.of(this.inventory.freshness(this.current.operator().tenant()));
		model.addAttribute("freshness", freshness);
		model.addAttribute("part", true);
		if (!freshness.follow()) {
			response.setHeader("HX-Trigger", ENDED);
		}
		return "fragments/freshness :: notice";
	}

	@PostMapping("/expiry/refresh")
	String refresh(RedirectAttributes redirect) {
		this.refreshing.now(this.current.delegation());
		redirect.addFlashAttribute("toast", this.texts.get("expiry.refresh.begun"));
		return "redirect:/expiry";
	}

	@PostMapping("/expiry/everything")
	String everything(RedirectAttributes redirect) {
		this.refreshing.everything(this.current.delegation());
		redirect.addFlashAttribute("toast", this.texts.get("expiry.everything.begun"));
		return "redirect:/expiry";
	}

}
