package health.admit.portal.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code Retry-After}: services write seconds, proxies may write a date.
 */
public final class RetryAfter {

	private RetryAfter() {
	}

	/**
	 * How long the service asks to wait; null where it says nothing usable.
	 * @param header the header as it came
	 */
	public static @Nullable Duration read(@Nullable String header, Instant now) {
		String value = (header != null) ? header.trim() : "";
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
