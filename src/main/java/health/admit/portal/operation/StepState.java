package health.admit.portal.operation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A snapshot of one step.
 *
 * @param step what was planned
 * @param status where it stands
 * @param attempts how many times the write was sent
 * @param waitingFor message key of what is waited for, such as
 * {@code operation.wait.replication}
 * @param nextTry when the next attempt is due
 * @param tries how many times it was tried, of {@code triesAtMost}
 * @param code the service's error code of the last refusal
 * @param message the service's words of the last refusal; hostile input when shown
 * @param requestId the service's id of the last call, for Microsoft support
 */
public record StepState(PlannedStep step, Status status, int attempts, @Nullable String waitingFor,
		@Nullable Instant nextTry, int tries, int triesAtMost, @Nullable String code, @Nullable String message,
		@Nullable String requestId) {

	/**
	 * Where a step stands.
	 */
	public enum Status {

		PENDING, RUNNING, WAITING, UNKNOWN,

		/** Done; looking for leftovers of attempts whose answer was lost. */
		SETTLING,

		PARKED, APPLIED, REFUSED

	}

}
