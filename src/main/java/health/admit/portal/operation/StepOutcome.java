package health.admit.portal.operation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import health.admit.portal.cloud.SecretValue;
import health.admit.portal.signin.DelegatedScope;
import org.jspecify.annotations.Nullable;

/**
 * What one call of a handler came to.
 */
public sealed interface StepOutcome {

	/**
	 * Maps each outcome to one result.
	 */
	<R> R fold(Function<? super Applied, ? extends R> applied, Function<? super NotYet, ? extends R> notYet,
			Function<? super Unknown, ? extends R> unknown, Function<? super Refused, ? extends R> refused,
			Function<? super NeedsSignIn, ? extends R> needsSignIn);

	/**
	 * It is there.
	 *
	 * @param facts ids and dates for later steps and the result page
	 * @param secret a secret to be sealed with the outcome
	 * @param requestId the service's id of the call
	 */
	record Applied(Map<String, String> facts, @Nullable SecretValue secret,
			@Nullable String requestId) implements StepOutcome {

		public Applied {
			facts = Map.copyOf(facts);
		}

		public Applied(Map<String, String> facts) {
			this(facts, null, null);
		}

		@Override
		public <R> R fold(Function<? super Applied, ? extends R> applied, Function<? super NotYet, ? extends R> notYet,
				Function<? super Unknown, ? extends R> unknown, Function<? super Refused, ? extends R> refused,
				Function<? super NeedsSignIn, ? extends R> needsSignIn) {
			return applied.apply(this);
		}

	}

	/**
	 * Certainly not applied; the same call is worth trying again later.
	 *
	 * @param waitingFor message key of the cause, such as
	 * {@code operation.wait.replication} (tried for about ten minutes),
	 * {@code .replication-short} (for a minute, where the same refusal may be meant),
	 * {@code .throttled}, {@code .concurrency} or {@code .unreachable}
	 * @param after how long the service asks to wait
	 * @param facts what became known all the same
	 */
	record NotYet(String waitingFor, @Nullable Duration after, String code, String message, @Nullable String requestId,
			Map<String, String> facts) implements StepOutcome {

		public NotYet {
			facts = Map.copyOf(facts);
		}

		public NotYet(String waitingFor, @Nullable Duration after, String code, String message,
				@Nullable String requestId) {
			this(waitingFor, after, code, message, requestId, Map.of());
		}

		@Override
		public <R> R fold(Function<? super Applied, ? extends R> applied, Function<? super NotYet, ? extends R> notYet,
				Function<? super Unknown, ? extends R> unknown, Function<? super Refused, ? extends R> refused,
				Function<? super NeedsSignIn, ? extends R> needsSignIn) {
			return notYet.apply(this);
		}

	}

	/**
	 * May or may not have been applied: reconcile before anything is sent again.
	 *
	 * @param after how long the service asks to wait
	 */
	record Unknown(String cause, @Nullable Duration after, @Nullable String requestId) implements StepOutcome {

		public Unknown(String cause, @Nullable String requestId) {
			this(cause, null, requestId);
		}

		@Override
		public <R> R fold(Function<? super Applied, ? extends R> applied, Function<? super NotYet, ? extends R> notYet,
				Function<? super Unknown, ? extends R> unknown, Function<? super Refused, ? extends R> refused,
				Function<? super NeedsSignIn, ? extends R> needsSignIn) {
			return unknown.apply(this);
		}

	}

	/**
	 * Certainly not applied, and trying again will not help.
	 *
	 * @param code the service's error code; message {@code operation.refused.<code>}
	 * explains it where we know more than the service says
	 */
	record Refused(String code, String message, @Nullable String requestId) implements StepOutcome {

		@Override
		public <R> R fold(Function<? super Applied, ? extends R> applied, Function<? super NotYet, ? extends R> notYet,
				Function<? super Unknown, ? extends R> unknown, Function<? super Refused, ? extends R> refused,
				Function<? super NeedsSignIn, ? extends R> needsSignIn) {
			return refused.apply(this);
		}

	}

	/**
	 * Not applied: an operator has to sign in or grant a scope first.
	 */
	record NeedsSignIn(Set<DelegatedScope> scopes, @Nullable String claims) implements StepOutcome {

		@Override
		public <R> R fold(Function<? super Applied, ? extends R> applied, Function<? super NotYet, ? extends R> notYet,
				Function<? super Unknown, ? extends R> unknown, Function<? super Refused, ? extends R> refused,
				Function<? super NeedsSignIn, ? extends R> needsSignIn) {
			return needsSignIn.apply(this);
		}

	}

}
