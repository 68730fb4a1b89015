package health.admit.portal.operation;

import java.time.Instant;
import java.util.Map;

import health.admit.portal.operation.OperationState.Phase;

/**
 * What the journal says of an operation, without its steps.
 *
 * @param kind what sort of operation, see {@link Plan#kind()}
 * @param title what it is about, hostile input when shown
 * @param facts what its steps brought, by name
 * @param changedAt when its journal last changed
 */
public record KnownOperation(OperationId id, String kind, String title, Phase phase, Map<String, String> facts,
		Instant changedAt) {

	public KnownOperation {
		facts = Map.copyOf(facts);
	}

}
