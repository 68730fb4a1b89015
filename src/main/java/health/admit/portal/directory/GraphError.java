package health.admit.portal.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;

import com.microsoft.graph.models.odataerrors.MainError;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * An error answer of Graph.
 *
 * @param code Graph's error code; empty when the body named none
 * @param message Graph's own words; hostile input when shown
 * @param retryAfter how long Graph asks to wait
 */
record GraphError(int status, String code, String message, @Nullable Duration retryAfter) {

	private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

	static GraphError of(ApiException exception, Clock clock) {
		MainError error = (exception instanceof ODataError odata) ? odata.getError() : null;
		return new GraphError(exception.getResponseStatusCode(), (error != null) ? text(error.getCode()) : "",
				(error != null) ? text(error.getMessage()) : "HTTP " + exception.getResponseStatusCode(),
				retryAfter(exception, clock.instant()));
	}

	/**
	 * Whether the same read may well succeed in a moment.
	 */
	boolean isPassing() {
		return PASSING.contains(this.status);
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	private static @Nullable Duration retryAfter(ApiException exception, Instant now) {
		Set<String> values = exception.getResponseHeaders().get("Retry-After");
		if (values == null || values.isEmpty()) {
			return null;
		}
		return retryAfter(values.iterator().next().trim(), now);
	}

	/**
	 * Reads either form of the header: seconds, or an HTTP date.
	 */
	static @Nullable Duration retryAfter(String value, Instant now) {
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
