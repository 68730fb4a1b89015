package health.admit.portal.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The settings as they are, and what is missing before mail can be sent.
 */
@Component
class ReminderSettings {

	private final RemindersProperties properties;

	private final String host;

	ReminderSettings(RemindersProperties properties, Environment environment) {
		this.properties = properties;
		this.host = environment.getProperty("spring.mail.host", "");
	}

	Steps steps() {
		return new Steps(this.properties.steps());
	}

	/** Addresses that can be written to. */
	Set<String> fallback() {
		return this.properties.fallback()
			.stream()
			.map(MailText::address)
			.flatMap(Optional::stream)
			.map((address) -> address.toLowerCase(Locale.ROOT))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	String from() {
		return MailText.address(this.properties.from()).orElse("");
	}

	String host() {
		return this.host;
	}

	Duration keepGone() {
		return this.properties.keepGone();
	}

	LocalTime time() {
		return this.properties.daily();
	}

	boolean enabled() {
		return missing().isEmpty();
	}

	/** In the order in which somebody would set them. */
	List<Missing> missing() {
		List<Missing> missing = new ArrayList<>();
		if (!this.properties.enabled()) {
			missing.add(Missing.ENABLED);
		}
		if (!StringUtils.hasText(this.host)) {
			missing.add(Missing.HOST);
		}
		if (from().isEmpty()) {
			missing.add(Missing.FROM);
		}
		if (fallback().isEmpty() || fallback().size() < Set.copyOf(this.properties.fallback()).size()) {
			missing.add(Missing.FALLBACK);
		}
		if (steps().days().isEmpty()) {
			missing.add(Missing.STEPS);
		}
		return missing;
	}

	/** The moment of the day at which its mail is due. */
	Instant dueOn(LocalDate day) {
		return day.atTime(time()).toInstant(ZoneOffset.UTC);
	}

	Instant next(Instant now) {
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		return dueOn(now.isBefore(dueOn(today)) ? today : today.plusDays(1));
	}

	/**
	 * What keeps mail from being sent.
	 */
	enum Missing {

		ENABLED, HOST, FROM, FALLBACK, STEPS

	}

}
