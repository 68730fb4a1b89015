package health.admit.portal.registration;

import java.util.UUID;

import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Carries out the choice between what two tabs made of one draft.
 */
@Controller
class ChangedController {

	private final Drafts drafts;

	private final CurrentOperator current;

	ChangedController(Drafts drafts, CurrentOperator current) {
		this.drafts = drafts;
		this.current = current;
	}

	@PostMapping("/registrations/{draft}/changed")
	String submit(@PathVariable("draft") UUID id, @RequestParam int version, @RequestParam WizardStep step,
			@RequestParam boolean mine) {
		Operator operator = this.current.operator();
		Draft draft = this.drafts.find(operator, id).orElseThrow(() -> new DraftNotFound(id));
		if (!mine) {
			return "redirect:" + draft.path(step);
		}
		DraftContent content = this.drafts.putAside(operator, id).orElse(draft.content());
		try {
			Draft saved = this.drafts.save(operator, id, version, content);
			return "redirect:" + saved.path(WizardSteps.next(saved.content(), step));
		}
		catch (DraftChangedElsewhere ex) {
			throw new DraftConflict(ex.current(), content, step);
		}
	}

}
