package health.admit.portal.operation;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.SecretValue;
import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.signin.DelegatedScope;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the journal: what changes with it and what is recorded.
 *
 * @param step the step as it is from now on
 * @param phase the operation's phase from now on
 * @param kind what happened; null when the step only waits
 * @param clientRequestId the id of the call this is about
 * @param facts what the step brought
 * @param secret a secret to be sealed with it
 * @param scopes what a parked operation needs to go on
 * @param claims the claims challenge a parked operation has to answer
 */
record Change(StepRow step, Phase phase, StepEvent.@Nullable Kind kind, @Nullable UUID clientRequestId,
		Map<String, String> facts, @Nullable SecretValue secret, Set<DelegatedScope> scopes, @Nullable String claims) {

	static Change running(StepRow step, StepEvent.@Nullable Kind kind, @Nullable UUID clientRequestId) {
		return new Change(step, Phase.RUNNING, kind, clientRequestId, Map.of(), null, Set.of(), null);
	}

	/**
	 * The same entry, with facts that do not wait for the end of the step.
	 */
	Change knowing(Map<String, String> known) {
		return new Change(this.step, this.phase, this.kind, this.clientRequestId, known, this.secret, this.scopes,
				this.claims);
	}

	static Change refused(StepRow step, @Nullable UUID clientRequestId) {
		return new Change(step, Phase.REFUSED, StepEvent.Kind.REFUSED, clientRequestId, Map.of(), null, Set.of(), null);
	}

	static Change parked(StepRow step, @Nullable UUID clientRequestId, StepOutcome.NeedsSignIn need) {
		return new Change(step, Phase.PARKED, StepEvent.Kind.NEEDS_SIGN_IN, clientRequestId, Map.of(), null,
				need.scopes(), need.claims());
	}

	static Change brought(StepRow step, StepEvent.Kind kind, @Nullable UUID clientRequestId,
			StepOutcome.Applied applied) {
		return new Change(step, Phase.RUNNING, kind, clientRequestId, applied.facts(), applied.secret(), Set.of(),
				null);
	}

}
