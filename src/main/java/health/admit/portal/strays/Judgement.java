package health.admit.portal.strays;

import java.util.UUID;

import health.admit.portal.operation.KnownOperation;
import health.admit.portal.operation.OperationState.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What a secret is whose name carries the marker of an operation.
 */
enum Judgement {

	/** Its operation has finished and keeps it. This does not change any more. */
	KEPT,

	/** Its operation keeps it so far, or is not done and settles it by itself. */
	UNSETTLED,

	/** The journal does not know the operation. */
	UNKNOWN_OPERATION,

	/** Its operation has ended and keeps another secret. */
	OTHER_KEPT,

	/** Its operation has ended and keeps no secret at all. */
	NONE_KEPT;

	/** The fact by which an operation says which secret it keeps. */
	static final String KEPT_SECRET = "secretKeyId";

	/**
	 * Judges a secret.
	 * @param keyId of the secret
	 * @param operation the one that its marker names; null where the journal knows none
	 */
	static Judgement of(UUID keyId, @Nullable KnownOperation operation) {
		if (operation == null) {
			return UNKNOWN_OPERATION;
		}
		if (operation.phase() == Phase.RUNNING || operation.phase() == Phase.PARKED) {
			return UNSETTLED;
		}
		String kept = operation.facts().get(KEPT_SECRET);
		if (kept == null) {
			return NONE_KEPT;
		}
		if (!kept.equals(keyId.toString())) {
			return OTHER_KEPT;
		}
		return (operation.phase() == Phase.FINISHED) ? KEPT : UNSETTLED;
	}

	boolean isStray() {
		return this == UNKNOWN_OPERATION || this == OTHER_KEPT || this == NONE_KEPT;
	}

}
