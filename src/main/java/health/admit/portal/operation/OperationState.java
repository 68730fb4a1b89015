package health.admit.portal.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A snapshot of one operation.
 *
 * @param id the operation
 * @param tenant the tenant it writes to
 * @param startedBy object id of the operator who confirmed it
 * @param plan what was confirmed
 * @param phase where it stands
 * @param steps state of each step, in plan order
 * @param facts ids and dates that the finished steps brought, by name: {@code appId},
 * {@code applicationObjectId}, {@code servicePrincipalObjectId}, {@code secretKeyId},
 * {@code secretEnd}, ...
 * @param startedAt when it was confirmed
 * @param changedAt when its journal last changed
 */
public record OperationState(OperationId id, UUID tenant, UUID startedBy, Plan plan, Phase phase, List<StepState> steps,
		Map<String, String> facts, Instant startedAt, Instant changedAt) {

	/**
	 * Begins the name of a fact that the operation's page shows as a warning: message
	 * {@code operation.<name>}, with the fact as {0}.
	 */
	public static final String WARNING = "warning.";

	/**
	 * Where an operation stands.
	 */
	public enum Phase {

		/** Under way in the background. */
		RUNNING,

		/** Waits for a signed-in operator. */
		PARKED,

		/** Everything is done. */
		FINISHED,

		/** A step was refused; what was made before it stays. */
		REFUSED

	}

}
