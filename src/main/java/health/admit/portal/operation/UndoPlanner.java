package health.admit.portal.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * Plans the removal of what an operation made, last thing first.
 */
@Component
class UndoPlanner {

	static final String KIND = "undo";

	private final Map<String, StepUndo> byKind;

	UndoPlanner(List<StepUndo> undos) {
		this.byKind = undos.stream().collect(Collectors.toUnmodifiableMap(StepUndo::kind, Function.identity()));
	}

	/**
	 * Plans the removal. Pure: the same operation as it stands gives the same plan.
	 */
	UndoPlan plan(OperationRow operation) {
		List<PlannedStep> removals = new ArrayList<>();
		List<UndoPlan.Untouched> untouched = new ArrayList<>();
		for (int position = operation.steps().size() - 1; position >= 0; position--) {
			StepRow step = operation.steps().get(position);
			undoing(operation, step).ifPresent((undoing) -> {
				undoing.removal().ifPresent(removals::add);
				if (undoing instanceof Undoing.Untouched stays) {
					untouched.add(new UndoPlan.Untouched(step.planned(), stays.reason()));
				}
			});
		}
		Plan plan = new Plan(KIND, operation.plan().title(), "/operations/" + operation.id(), removals);
		return new UndoPlan(plan, untouched);
	}

	private Optional<Undoing> undoing(OperationRow operation, StepRow step) {
		if (!mayHaveMade(step)) {
			return Optional.empty();
		}
		StepUndo undo = this.byKind.get(step.planned().kind());
		return (undo != null) ? undo.undo(new MadeStep(operation.id(), step.planned(), operation.facts()))
				: Optional.of(new Undoing.Untouched("operation.undo.stays"));
	}

	/**
	 * Whether the step made something, or sent something whose answer was lost. What is
	 * kept as it is was there before.
	 */
	private static boolean mayHaveMade(StepRow step) {
		if (step.planned().verb() == PlannedStep.Verb.KEEP) {
			return false;
		}
		return switch (step.status()) {
			case APPLIED, SETTLING -> true;
			case UNKNOWN, RUNNING -> step.sent().sends() > 0;
			default -> step.sent().sends() > 1;
		};
	}

}
