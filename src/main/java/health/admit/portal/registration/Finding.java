package health.admit.portal.registration;

import java.util.List;

/**
 * What a rule found in a draft.
 *
 * @param id id of the rule, such as {@code L01}; message {@code registration.lint.<id>}
 * @param step the page that can change it
 * @param arguments what the message names; hostile input when shown
 */
record Finding(String id, Severity severity, WizardStep step, List<String> arguments) {

	static Finding warning(String id, WizardStep step, String... arguments) {
		return new Finding(id, Severity.WARNING, step, List.of(arguments));
	}

	static Finding note(String id, WizardStep step, String... arguments) {
		return new Finding(id, Severity.NOTE, step, List.of(arguments));
	}

	/**
	 * How much it matters.
	 */
	enum Severity {

		/** Likely to fail, or to be regretted. */
		WARNING,

		/** Worth a thought. */
		NOTE

	}

}
