package health.admit.portal.registration;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Drafts as lists show them.
 */
@Component
class DraftViews {

	private final DraftSummary summary;

	private final Texts texts;

	DraftViews(DraftSummary summary, Texts texts) {
		this.summary = summary;
		this.texts = texts;
	}

	List<DraftView> of(List<Draft> drafts) {
		return drafts.stream().map(this::view).toList();
	}

	private DraftView view(Draft draft) {
		WizardStep step = WizardSteps.firstIncomplete(draft.content());
		return new DraftView(this.summary.title(draft.content()), this.texts.get("registration.step." + step.path()),
				draft.changedAt(), draft.path(step), "/registrations/" + draft.id() + "/discard");
	}

}
