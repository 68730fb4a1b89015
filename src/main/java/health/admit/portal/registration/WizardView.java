package health.admit.portal.registration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What every page of the wizard shows around its own question.
 *
 * @param version the version of the draft the page was made from
 * @param title what the draft is called
 * @param action path the page's form posts to
 * @param back path of the page before; null on the first
 * @param summary what has been decided so far
 */
record WizardView(int version, String title, String action, @Nullable String back, List<StepView> steps,
		List<SummaryGroup> summary) {

	WizardView typedOn(int older) {
		return new WizardView(older, this.title, this.action, this.back, this.steps, this.summary);
	}

	/**
	 * The decisions of one page.
	 */
	record SummaryGroup(String title, String href, List<SummaryLine> lines) {
	}

}
