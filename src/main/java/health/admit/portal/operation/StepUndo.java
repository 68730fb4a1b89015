package health.admit.portal.operation;

import java.util.Optional;

/**
 * Says how what one kind of step made is taken away again. It plans only: the removal is
 * a step of another operation, with a handler of its own, for which it counts as done
 * when the thing is gone already.
 */
public interface StepUndo {

	/**
	 * The step kind that is undone.
	 */
	String kind();

	/**
	 * What becomes of what the step made; empty when it made nothing. What the operation
	 * did not certainly make itself stays.
	 */
	Optional<Undoing> undo(MadeStep made);

}
