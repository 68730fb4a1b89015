package health.admit.portal.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import okhttp3.Response;
import org.jspecify.annotations.Nullable;

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
	 * How long Graph asks to wait: it writes seconds, proxies may write a date.
	 */
	@Nullable Duration pause(Instant now) {
		String value = (this.retryAfter != null) ? this.retryAfter.trim() : "";
		if (value.matches("\\d{1,6}")) {
			return Duration.ofSeconds(Long.parseLong(value));
		}
		try {
			Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
