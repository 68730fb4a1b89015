package health.admit.portal.operation;

import java.util.Optional;

/**
 * What becomes of one thing when the operation that made it is undone.
 */
public sealed interface Undoing {

	/**
	 * The step that removes it; empty when it needs none.
	 */
	Optional<PlannedStep> removal();

	/**
	 * It is removed by a step of its own.
	 */
	record Removed(PlannedStep by) implements Undoing {

		@Override
		public Optional<PlannedStep> removal() {
			return Optional.of(this.by);
		}

	}

	/**
	 * It is not touched, or goes with something else.
	 *
	 * @param reason message key of why
	 */
	record Untouched(String reason) implements Undoing {

		@Override
		public Optional<PlannedStep> removal() {
			return Optional.empty();
		}

	}

}
