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
import org.springframework.web.bind.annotation.RequestParam;
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
	 * The notice alone. Every request renews the session, so a page that nobody uses asks
	 * a limited number of times and then only while something is being read.
	 * @param seen what the page says already
	 * @param left how often the page may ask while nothing is read
	 */
	@GetMapping("/expiry/freshness")
	String show(@RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "0") String left,
			Model model, HttpServletResponse response) {
		FreshnessView freshness = FreshnessView.of(this.inventory.freshness(this.current.operator().tenant()));
		boolean ended = freshness.reading() == null && !freshness.seen().equals(seen);
		model.addAttribute("freshness", freshness);
		model.addAttribute("part", true);
		model.addAttribute("ended", ended);
		model.addAttribute("left", (freshness.reading() != null) ? Looking.of(left) : Looking.again(left));
		if (ended) {
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
