package health.admit.portal.strays;

import java.time.Instant;

import health.admit.portal.operation.KnownOperation;
import health.admit.portal.operation.OperationState.Phase;
import org.jspecify.annotations.Nullable;

/**
 * How far the removal of a stray secret is.
 */
enum Removal {

	/** Nobody has asked for it, or the secret was seen again after it. */
	NONE,

	/** Under way. */
	RUNNING,

	/** Waits for somebody on the page of its operation. */
	WAITING,

	/** Done; the index has not been equal to the tenant since. */
	DONE;

	/**
	 * How far it is.
	 * @param operation the one that was asked to; null for none
	 * @param asOf when the index, which still holds the secret, was last equal to the
	 * tenant; null while it never was
	 */
	static Removal of(@Nullable KnownOperation operation, @Nullable Instant asOf) {
		if (operation == null) {
			return NONE;
		}
		if (operation.phase() == Phase.FINISHED) {
			return (asOf != null && asOf.isAfter(operation.changedAt())) ? NONE : DONE;
		}
		return (operation.phase() == Phase.RUNNING) ? RUNNING : WAITING;
	}

	/** Whether the secret is still up to somebody. */
	boolean isOpen() {
		return this == NONE || this == WAITING;
	}

}
