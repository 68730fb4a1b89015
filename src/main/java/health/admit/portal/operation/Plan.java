package health.admit.portal.operation;

import java.util.List;

/**
 * What an operation is going to do, in order. A pure value: the same form and the same
 * tenant give the same plan and the same hash.
 *
 * @param kind what sort of operation, such as {@code registration}; message
 * {@code operation.kind.<kind>} names it
 * @param title what it is about, such as the name of the new client; hostile input when
 * shown
 * @param resultPath page of the portal that shows the outcome, with {@code {id}} for the
 * operation id
 * @param steps the writes in order; a secret comes last
 */
public record Plan(String kind, String title, String resultPath, List<PlannedStep> steps) {

	public Plan {
		steps = List.copyOf(steps);
	}

	/**
	 * SHA-256 over the canonical form of the plan, in lower-case hex.
	 */
	public String hash() {
		return PlanHash.of(this);
	}

}
