package health.admit.portal.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.microsoft.graph.models.odataerrors.MainError;
import com.microsoft.graph.models.odataerrors.ODataError;
import org.jspecify.annotations.Nullable;

/**
 * An error answer of Graph, or of something in front of it.
 *
 * @param code Graph's error code; empty when the body named none
 * @param message Graph's own words; hostile input when shown
 * @param retryAfter how long Graph asks to wait
 * @param claims the claims challenge of a 401, decoded
 */
record GraphError(int status, String code, String message, @Nullable Duration retryAfter, @Nullable String claims) {

	private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

	/**
	 * Reads the error out of a call that failed.
	 * @param failure what the SDK threw; it carries the body where that could be read
	 * @return empty when no answer came, or one that says the call went well
	 */
	static Optional<GraphError> of(GraphCall call, RuntimeException failure, Instant now) {
		if (failure instanceof InnerRefusal inner) {
			return Optional.of(inner.error());
		}
		AnswerHead answer = call.answer();
		if (answer == null || answer.status() < 300) {
			return Optional.empty();
		}
		MainError body = (failure instanceof ODataError error) ? error.getError() : null;
		return Optional.of(new GraphError(answer.status(), (body != null) ? Fields.text(body.getCode()) : "",
				(body != null) ? Fields.text(body.getMessage()) : "HTTP " + answer.status(), answer.pause(now),
				answer.claims()));
	}

	/**
	 * Whether the same read may well succeed in a moment.
	 */
	boolean isPassing() {
		return PASSING.contains(this.status);
	}

}
