package health.admit.portal.registration;

import java.util.List;
import java.util.UUID;

import health.admit.portal.signin.CurrentOperator;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where registrations begin, and where begun ones are found again.
 */
@Controller
class RegistrationsController {

	private final Drafts drafts;

	private final DraftViews views;

	private final CurrentOperator current;

	RegistrationsController(Drafts drafts, DraftViews views, CurrentOperator current) {
		this.drafts = drafts;
		this.views = views;
		this.current = current;
	}

	@GetMapping("/registrations")
	String show(Model model) {
		List<DraftView> drafts = this.views.of(this.drafts.of(this.current.operator()));
		model.addAttribute("drafts", drafts);
		return "registration/begin";
	}

	@PostMapping("/registrations")
	String begin() {
		Draft draft = this.drafts.begin(this.current.operator());
		return "redirect:" + draft.path(WizardStep.BASICS);
	}

	@GetMapping("/registrations/{draft}")
	String goOn(@PathVariable("draft") UUID id) {
		Draft draft = this.drafts.find(this.current.operator(), id).orElseThrow(() -> new DraftNotFound(id));
		return "redirect:" + draft.path(WizardSteps.firstIncomplete(draft.content()));
	}

	@PostMapping("/registrations/{draft}/discard")
	String discard(@PathVariable("draft") UUID id) {
		this.drafts.discard(this.current.operator(), id);
		return "redirect:/registrations";
	}

}
