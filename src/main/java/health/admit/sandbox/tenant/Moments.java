package health.admit.sandbox.tenant;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * Instants as Graph writes them: UTC with up to seven digits of a second.
 */
public final class Moments {

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter TICKS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private Moments() {
	}

	public static String write(Instant instant) {
		return (instant.getNano() == 0) ? SECONDS.format(instant) : TICKS.format(instant);
	}

	/** Reads any ISO 8601 instant with an offset; null when the text is none. */
	public static @Nullable Instant read(@Nullable String text) {
		try {
			return (text != null) ? OffsetDateTime.parse(text).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
