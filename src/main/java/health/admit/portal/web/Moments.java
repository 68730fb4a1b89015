package health.admit.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.springframework.context.MessageSource;

/**
 * Instants as people read them; {@code #moments} in templates. The server knows the
 * reader's language but not the time zone, so it writes UTC and says so; a script turns
 * that into local time.
 */
public final class Moments {

	private final MessageSource messages;

	private final Clock clock;

	private final Locale locale;

	Moments(MessageSource messages, Clock clock, Locale locale) {
		this.messages = messages;
		this.clock = clock;
		this.locale = locale;
	}

	/**
	 * For {@code datetime} attributes.
	 */
	public String iso(Instant instant) {
		return instant.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/**
	 * Such as {@code 23 Nov 2026, 08:40 UTC}.
	 */
	public String utc(Instant instant) {
		return format("d MMM yyyy, HH:mm", instant) + " UTC";
	}

	/**
	 * Such as {@code 23 Nov 2026}.
	 */
	public String date(Instant instant) {
		return format("d MMM yyyy", instant);
	}

	/**
	 * Such as {@code in 12 days} or {@code 3 days ago}; full days, never rounded up.
	 */
	public String until(Instant instant) {
		Duration left = Duration.between(this.clock.instant(), instant);
		return left.isNegative() ? days("web.time.past", left.negated().toDays())
				: days("web.time.future", left.toDays());
	}

	/**
	 * Such as {@code 3 minutes ago}.
	 */
	public String ago(Instant instant) {
		Duration past = Duration.between(instant, this.clock.instant());
		if (past.toMinutes() < 1) {
			return text("web.time.ago.now", 0);
		}
		if (past.toHours() < 1) {
			return text("web.time.ago.minutes", past.toMinutes());
		}
		return (past.toDays() < 1) ? text("web.time.ago.hours", past.toHours()) : days("web.time.past", past.toDays());
	}

	/**
	 * How near an end is: {@code over}, {@code week}, {@code month}, {@code quarter} or
	 * {@code later}.
	 */
	public String band(Instant instant) {
		Duration left = Duration.between(this.clock.instant(), instant);
		if (left.isNegative()) {
			return "over";
		}
		if (left.toDays() <= 7) {
			return "week";
		}
		if (left.toDays() <= 30) {
			return "month";
		}
		return (left.toDays() <= 90) ? "quarter" : "later";
	}

	private String days(String key, long days) {
		return text(key, days);
	}

	private String text(String key, long count) {
		return this.messages.getMessage(key, new Object[] { count }, this.locale);
	}

	private String format(String pattern, Instant instant) {
		return DateTimeFormatter.ofPattern(pattern, this.locale).format(instant.atZone(ZoneOffset.UTC));
	}

}
