package health.admit.portal.directory;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.Silences;
import health.admit.portal.signin.DelegatedScope;

/**
 * Makes writes: sends each exactly once and says what came back, whatever it was.
 */
final class Writes {

	private final Tokens tokens;

	private final Clock clock;

	Writes(Tokens tokens, Clock clock) {
		this.tokens = tokens;
		this.clock = clock;
	}

	/**
	 * Sends one write.
	 * @param name what the call does, as a metric names it
	 * @param request sends the call and maps its answer; an answer that cannot be mapped
	 * counts as none
	 */
	<T> Answer<T> send(String name, Set<DelegatedScope> scopes, UUID clientRequestId, Function<GraphCall, T> request) {
		GraphCall call = GraphCall.write(name, this.tokens.with(scopes), clientRequestId);
		try {
			return new Answer.Success<>(request.apply(call), call.trace());
		}
		catch (RuntimeException ex) {
			return GraphError.of(call, ex, this.clock.instant())
				.<Answer<T>>map((error) -> failure(call, error))
				.orElseGet(() -> new Answer.Silence<>(Silences.describe(ex), call.sent(), call.trace()));
		}
	}

	private <T> Answer<T> failure(GraphCall call, GraphError error) {
		if (error.status() == 401) {
			this.tokens.forget();
		}
		return new Answer.Failure<>(error.status(), error.code(), error.message(), error.retryAfter(), error.claims(),
				call.trace());
	}

}
