package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.admit.portal.signin.CurrentOperator;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/**
 * The frame that the controllers of all steps share: opens the draft, puts stepper and
 * summary into the model, keeps what was decided and leads on.
 */
@Component
class WizardPage {

	/** Value of the submit button {@code then} that keeps the page and leaves. */
	static final String LEAVE = "leave";

	private final Drafts drafts;

	private final CurrentOperator current;

	private final DraftSummary summary;

	private final Texts texts;

	WizardPage(Drafts drafts, CurrentOperator current, DraftSummary summary, Texts texts) {
		this.drafts = drafts;
		this.current = current;
		this.summary = summary;
		this.texts = texts;
	}

	/**
	 * Opens a page for the signed-in operator and fills the model attribute
	 * {@code wizard}. Call it first in {@code show} and {@code submit} alike.
	 * @throws DraftNotFound when there is no such draft for this operator
	 * @throws StepNotReached when an earlier page has to come first
	 */
	Draft open(UUID id, WizardStep step, Model model) {
		Draft draft = this.drafts.find(this.current.operator(), id).orElseThrow(() -> new DraftNotFound(id));
		if (draft.operation() != null) {
			throw new StepNotReached("/operations/" + draft.operation());
		}
		if (!WizardSteps.reachable(draft.content(), step)) {
			throw new StepNotReached(draft.path(WizardSteps.firstIncomplete(draft.content())));
		}
		model.addAttribute("wizard", view(draft, step));
		return draft;
	}

	/**
	 * Makes the page's form speak of an older version of the draft: the one on which what
	 * it holds was typed.
	 */
	void typedOn(int version, Model model) {
		if (model.getAttribute("wizard") instanceof WizardView view) {
			model.addAttribute("wizard", view.typedOn(version));
		}
	}

	/**
	 * Shows a page again whose form has errors.
	 */
	ModelAndView rejected(String view) {
		return new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/**
	 * Keeps the draft's new content and leads to the next page.
	 * @param version the hidden field of that name
	 * @param then the submit button that was used; {@link #LEAVE} leads to the list of
	 * drafts
	 * @throws DraftConflict when another tab saved in between
	 */
	ModelAndView save(Draft draft, WizardStep step, int version, DraftContent content, @Nullable String then) {
		try {
			Draft saved = this.drafts.save(this.current.operator(), draft.id(), version, content);
			String target = LEAVE.equals(then) ? "/registrations" : saved.path(WizardSteps.next(saved.content(), step));
			return new ModelAndView("redirect:" + target);
		}
		catch (DraftChangedElsewhere ex) {
			this.drafts.putAside(this.current.operator(), draft.id(), content);
			throw new DraftConflict(ex.current(), content, step);
		}
	}

	private WizardView view(Draft draft, WizardStep current) {
		DraftContent content = draft.content();
		String back = WizardSteps.previous(content, current).map(draft::path).orElse(null);
		return new WizardView(draft.version(), this.summary.title(content), draft.path(current), back,
				steps(draft, current), groups(draft));
	}

	private List<StepView> steps(Draft draft, WizardStep current) {
		List<StepView> steps = new ArrayList<>();
		for (WizardStep step : WizardStep.values()) {
			String state = state(draft.content(), step, current);
			boolean open = step != current && WizardSteps.reachable(draft.content(), step);
			steps.add(new StepView(this.texts.get("registration.step." + step.path()), style(state),
					this.texts.get("registration.step.state." + state), open ? draft.path(step) : null,
					step == current));
		}
		return steps;
	}

	private static String state(DraftContent content, WizardStep step, WizardStep current) {
		if (step == current) {
			return "current";
		}
		if (!WizardSteps.needed(content, step)) {
			return "skipped";
		}
		if (WizardSteps.done(content, step)) {
			return "done";
		}
		return WizardSteps.reachable(content, step) ? "open" : "later";
	}

	private static String style(String state) {
		return switch (state) {
			case "current", "done" -> state;
			default -> "todo";
		};
	}

	private List<WizardView.SummaryGroup> groups(Draft draft) {
		List<SummaryLine> lines = this.summary.lines(draft.content());
		List<WizardView.SummaryGroup> groups = new ArrayList<>();
		for (WizardStep step : WizardStep.values()) {
			List<SummaryLine> own = lines.stream().filter((line) -> line.step() == step).toList();
			if (!own.isEmpty() && WizardSteps.needed(draft.content(), step)) {
				groups.add(new WizardView.SummaryGroup(this.texts.get("registration.step." + step.path()),
						draft.path(step), own));
			}
		}
		return groups;
	}

}
