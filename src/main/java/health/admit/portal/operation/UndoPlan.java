package health.admit.portal.operation;

import java.util.List;

/**
 * What undoing an operation would do.
 *
 * @param plan the removals, in the order in which they are made
 * @param untouched what gets no removal
 */
record UndoPlan(Plan plan, List<Untouched> untouched) {

	/**
	 * Whether there is anything to remove.
	 */
	boolean isPossible() {
		return !this.plan.steps().isEmpty();
	}

	/**
	 * A step whose result gets no removal.
	 *
	 * @param reason message key of why
	 */
	record Untouched(PlannedStep step, String reason) {
	}

}
