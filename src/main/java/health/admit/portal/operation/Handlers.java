package health.admit.portal.operation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * The step handlers of all modules by kind.
 */
@Component
class Handlers {

	private final Map<String, StepHandler> byKind;

	Handlers(List<StepHandler> handlers) {
		this.byKind = handlers.stream().collect(Collectors.toUnmodifiableMap(StepHandler::kind, Function.identity()));
	}

	/**
	 * The handler of a step.
	 * @throws IllegalStateException when no module brings one
	 */
	StepHandler of(PlannedStep step) {
		StepHandler handler = this.byKind.get(step.kind());
		if (handler == null) {
			throw new IllegalStateException("No handler for step kind " + step.kind());
		}
		return handler;
	}

	/**
	 * Refuses a plan that could not be carried out.
	 */
	void check(Plan plan) {
		plan.steps().stream().filter((step) -> step.verb() != PlannedStep.Verb.KEEP).forEach(this::of);
	}

}
