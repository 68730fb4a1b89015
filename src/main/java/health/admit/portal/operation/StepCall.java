package health.admit.portal.operation;

import java.util.Map;
import java.util.UUID;

import health.admit.portal.signin.Delegation;

/**
 * What a handler gets for one call.
 *
 * @param operation the operation; source of natural keys
 * @param step what was planned
 * @param attempt number of this attempt, from 1
 * @param facts what earlier steps brought, and what this step kept so far
 * @param delegation whose tokens to use
 * @param clientRequestId the id to send with the write, journaled with the intent; ask
 * for it last, because nothing may be sent when another node has taken over
 * @param lease throws when the operation is another node's by now
 */
public record StepCall(OperationId operation, PlannedStep step, int attempt, Map<String, String> facts,
		Delegation delegation, UUID clientRequestId, Runnable lease) {

	/**
	 * The id of the write, for whoever may still send it.
	 */
	@Override
	public UUID clientRequestId() {
		this.lease.run();
		return this.clientRequestId;
	}

	/**
	 * A parameter that planning must have set.
	 */
	public String parameter(String name) {
		return required(this.step.parameters(), name);
	}

	/**
	 * A fact that an earlier step must have brought.
	 */
	public String fact(String name) {
		return required(this.facts, name);
	}

	/**
	 * The text in a credential's display name that tells whose attempt made it.
	 */
	public String marker() {
		return "admit:" + this.operation + ":" + this.attempt;
	}

	private static String required(Map<String, String> values, String name) {
		String value = values.get(name);
		if (value == null) {
			throw new IllegalStateException("Step lacks " + name);
		}
		return value;
	}

}
