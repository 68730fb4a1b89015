package health.admit.portal.directory;

import java.time.Duration;
import java.time.Instant;

import okhttp3.Response;
import org.jspecify.annotations.Nullable;

import health.admit.portal.cloud.ClaimsChallenge;
import health.admit.portal.cloud.RetryAfter;

/**
 * What the head of an answer tells, whatever its body is worth.
 *
 * @param requestId the id Graph gave the call
 * @param claims the claims challenge of a 401, decoded
 * @param retryAfter the header as it came
 */
record AnswerHead(int status, @Nullable String requestId, @Nullable String claims, @Nullable String retryAfter) {

	static final String CHALLENGE = "WWW-Authenticate";

	static AnswerHead of(Response response) {
		return new AnswerHead(response.code(), response.header("request-id"),
				(response.code() == 401) ? ClaimsChallenge.read(response.headers(CHALLENGE)) : null,
				response.header("Retry-After"));
	}

	/**
	 * How long Graph asks to wait.
	 */
	@Nullable Duration pause(Instant now) {
		return RetryAfter.read(this.retryAfter, now);
	}

}
