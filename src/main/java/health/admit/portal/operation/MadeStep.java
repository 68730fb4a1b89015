package health.admit.portal.operation;

import java.util.Map;
import java.util.Optional;

/**
 * A step that was carried out, or may have been.
 *
 * @param operation the operation it belongs to
 * @param step what was planned
 * @param facts what the steps of the operation brought
 */
public record MadeStep(OperationId operation, PlannedStep step, Map<String, String> facts) {

	/**
	 * What was known when planning; empty when nothing was.
	 */
	public Optional<String> parameter(String name) {
		return Optional.ofNullable(this.step.parameters().get(name));
	}

	/**
	 * What a step brought; empty where none has, or not yet.
	 */
	public Optional<String> fact(String name) {
		return Optional.ofNullable(this.facts.get(name));
	}

}
