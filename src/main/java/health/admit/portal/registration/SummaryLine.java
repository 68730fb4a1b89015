package health.admit.portal.registration;

import java.util.List;

/**
 * One decision in the summary.
 *
 * @param values what was decided; more than one for a list
 * @param step the page that decides it
 */
record SummaryLine(WizardStep step, String label, List<String> values) {

	String text() {
		return String.join(", ", this.values);
	}

}
