package health.admit.portal.operation;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.ReadRefused;
import health.admit.portal.signin.DelegatedScope;

/**
 * Turns answers of the cloud into step outcomes by the rules that hold for every call;
 * what is special to one call is passed in.
 */
public final class Answers {

	private Answers() {
	}

	/**
	 * Reads one answer.
	 * @param answer what came back
	 * @param scopes what the call needed, for the sign-in a refusal may ask for
	 * @param notYet tells the refusals of this call that only mean "not replicated yet"
	 * @param applied makes the outcome of a success
	 */
	public static <T> StepOutcome read(Answer<T> answer, Set<DelegatedScope> scopes,
			Predicate<Answer.Failure<T>> notYet, Function<Answer.Success<T>, StepOutcome> applied) {
		return answer.fold(applied, (failure) -> failure(failure, scopes, notYet),
				(silence) -> silence.sent() ? new StepOutcome.Unknown(silence.cause(), null)
						: new StepOutcome.NotYet("operation.wait.unreachable", null, "", silence.cause(), null));
	}

	/**
	 * Reads the answer to a removal: what is not there any more counts as removed.
	 * @param scopes what the call needed, for the sign-in a refusal may ask for
	 * @param gone tells further refusals that mean "not there", besides 404
	 */
	public static <T> StepOutcome removed(Answer<T> answer, Set<DelegatedScope> scopes,
			Predicate<Answer.Failure<T>> gone) {
		StepOutcome removed = new StepOutcome.Applied(Map.of(), null, answer.trace().requestId());
		boolean done = answer.fold((success) -> true, (failure) -> failure.status() == 404 || gone.test(failure),
				(silence) -> false);
		return done ? removed : read(answer, scopes, (failure) -> false, (success) -> removed);
	}

	/**
	 * Reads the refusal of a look that a step takes: what is not there may not be
	 * replicated yet, and trying again helps nobody who may not look.
	 */
	static StepOutcome read(ReadRefused refusal) {
		String requestId = refusal.trace().requestId();
		return switch (refusal.status()) {
			case 401 -> new StepOutcome.NeedsSignIn(Set.of(), null);
			case 404 ->
				new StepOutcome.NotYet("operation.wait.replication", null, refusal.code(), refusal.words(), requestId);
			default -> new StepOutcome.Refused(refusal.code(), refusal.words(), requestId);
		};
	}

	private static <T> StepOutcome failure(Answer.Failure<T> failure, Set<DelegatedScope> scopes,
			Predicate<Answer.Failure<T>> notYet) {
		String requestId = failure.trace().requestId();
		if (failure.status() == 401) {
			return new StepOutcome.NeedsSignIn(scopes, failure.claims());
		}
		if (failure.status() == 429) {
			return new StepOutcome.NotYet("operation.wait.throttled", failure.retryAfter(), failure.code(),
					failure.message(), requestId);
		}
		if (failure.status() >= 500) {
			return new StepOutcome.Unknown((failure.status() + " " + failure.code()).strip(), failure.retryAfter(),
					requestId);
		}
		if ("Directory_ConcurrencyViolation".equals(failure.code())) {
			return new StepOutcome.NotYet("operation.wait.concurrency", failure.retryAfter(), failure.code(),
					failure.message(), requestId);
		}
		if (notYet.test(failure)) {
			return new StepOutcome.NotYet("operation.wait.replication", failure.retryAfter(), failure.code(),
					failure.message(), requestId);
		}
		return new StepOutcome.Refused(failure.code(), failure.message(), requestId);
	}

}
