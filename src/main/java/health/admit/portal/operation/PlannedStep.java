package health.admit.portal.operation;

import java.util.Map;
import java.util.TreeMap;

/**
 * One remote write of a plan.
 *
 * @param kind the {@link StepHandler} that carries it out, such as
 * {@code application.create}; messages {@code operation.step.<kind>} and
 * {@code operation.step.<kind>.why} describe it, with {@code label} as {0}
 * @param verb what the write does to the tenant
 * @param label what it is about, in the admin's own words; hostile input when shown
 * @param call the HTTP call it makes, for the review page, such as
 * {@code POST /servicePrincipals}
 * @param parameters everything the handler needs that is known when planning; no secrets.
 * {@code applicationObjectId} names an existing application: one operation at a time may
 * change it
 */
public record PlannedStep(String kind, Verb verb, String label, String call, Map<String, String> parameters) {

	public PlannedStep {
		parameters = Map.copyOf(new TreeMap<>(parameters));
	}

	/**
	 * Name of the parameter with the page on which the step can be planned anew, with
	 * {@code {id}} for the operation id. It is offered for a refusal that has a message
	 * {@code operation.review.<code>}.
	 */
	public static final String REVIEW = "reviewPath";

	/**
	 * As a terraform plan would say it. What is kept is shown in the plan and counts as
	 * done; no handler is called for it.
	 */
	public enum Verb {

		CREATE, CHANGE, KEEP

	}

}
