package health.admit.portal.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import health.admit.portal.cloud.Backoff;
import health.admit.portal.cloud.Silences;
import health.admit.portal.cloud.Waiter;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;
import org.jspecify.annotations.Nullable;

/**
 * Makes reads: tries again when Graph is busy or does not answer, and tells the reasons
 * for giving up apart.
 */
final class Reads {

	private final Tokens tokens;

	private final Backoff backoff;

	private final Waiter waiter;

	private final Clock clock;

	Reads(Tokens tokens, Backoff backoff, Waiter waiter, Clock clock) {
		this.tokens = tokens;
		this.backoff = backoff;
		this.waiter = waiter;
		this.clock = clock;
	}

	/**
	 * Reads something that may not be there.
	 * @return empty on 404
	 */
	<T> Optional<T> find(String name, Set<DelegatedScope> scopes, Function<GraphCall, T> request) {
		try {
			return Optional.of(get(name, scopes, request));
		}
		catch (DirectoryRefused ex) {
			if (ex.status() == 404) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/**
	 * Reads something that has to be there.
	 * @param name what the call does, as a metric names it
	 * @param request sends the call and maps its answer; may be run several times
	 * @throws DirectoryRefused when Graph says no
	 * @throws DirectoryUnavailable when no usable answer came in several tries
	 * @throws StepUpRequired when the operator has to sign in once more
	 */
	<T> T get(String name, Set<DelegatedScope> scopes, Function<GraphCall, T> request) {
		Instant start = this.clock.instant();
		boolean renewed = false;
		for (int tries = 1;; tries++) {
			GraphCall call = GraphCall.read(name, this.tokens.with(scopes));
			try {
				return request.apply(call);
			}
			catch (ForeignAddress ex) {
				throw new DirectoryUnavailable(Silences.describe(ex), call.trace(), ex);
			}
			catch (RuntimeException ex) {
				// The SDK reports a broken connection or answer as a bare
				// RuntimeException.
				GraphError error = GraphError.of(call, ex, this.clock.instant()).orElse(null);
				if (error != null && error.status() == 401) {
					renew(error, scopes, renewed, call);
					renewed = true;
				}
				else if (error == null || error.isPassing()) {
					pause(tries, start, (error != null) ? error.retryAfter() : null, call, ex);
				}
				else {
					throw new DirectoryRefused(error.status(), error.code(), error.message(), call.trace());
				}
			}
		}
	}

	/**
	 * A token may have been revoked a moment ago: it is fetched anew once, unless Graph
	 * wants to see the operator.
	 */
	private void renew(GraphError error, Set<DelegatedScope> scopes, boolean renewed, GraphCall call) {
		this.tokens.forget();
		if (renewed || error.claims() != null) {
			if (this.tokens.actForSomebody()) {
				throw new StepUpRequired(scopes, error.claims());
			}
			throw new DirectoryRefused(error.status(), error.code(), error.message(), call.trace());
		}
	}

	private void pause(int failed, Instant start, @Nullable Duration asked, GraphCall call, RuntimeException cause) {
		Duration elapsed = Duration.between(start, this.clock.instant());
		Duration pause = this.backoff.after(failed, elapsed, asked)
			.orElseThrow(() -> new DirectoryUnavailable(Silences.describe(cause), call.trace(), cause, asked));
		try {
			this.waiter.pause(pause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DirectoryUnavailable("interrupted", call.trace(), cause);
		}
	}

}
