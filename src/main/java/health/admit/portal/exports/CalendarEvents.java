package health.admit.portal.exports;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.Phrases;
import health.admit.portal.signin.PortalAddress;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What stands in a calendar: the day a credential ends, and what has to be known about
 * the list. A day is one in UTC.
 */
@Component
class CalendarEvents {

	private static final int LONGEST_NAME = 200;

	private static final String DOMAIN = "@admit";

	private final MessageSource messages;

	private final PortalAddress address;

	CalendarEvents(MessageSource messages, PortalAddress address) {
		this.messages = messages;
		this.address = address;
	}

	VEvent end(CredentialRow row, Instant now) {
		Instant ends = Objects.requireNonNull(row.ends()).truncatedTo(ChronoUnit.SECONDS);
		String name = line(row.name());
		String appId = Objects.toString(row.appId(), "");
		VEvent event = allDay(row.key().objectId() + "." + row.key().keyId() + DOMAIN, day(ends),
				text("exports.calendar.event." + row.kind(), name),
				text("exports.calendar.event.text", name, appId, row.key().objectId(), row.key().keyId(), ends), now);
		event.add(new Url(URI.create(this.address.origin() + "/expiry?q=" + row.key().objectId())));
		return event;
	}

	/** What the calendar is called, with a doubt about the index where there is one. */
	String name(Freshness freshness, Instant now) {
		return switch (Doubt.of(freshness, now)) {
			case NONE -> text("exports.calendar.name");
			case INCOMPLETE -> text("exports.calendar.name.incomplete");
			case OLD -> text("exports.calendar.name.old", days(freshness, now));
		};
	}

	/** How complete and how old the index is. */
	String state(Freshness freshness, Instant now) {
		String asOf = (freshness.asOf() != null) ? freshness.asOf().truncatedTo(ChronoUnit.SECONDS).toString()
				: text("exports.calendar.never");
		return (Doubt.of(freshness, now) == Doubt.OLD) ? text("exports.calendar.old.text", asOf)
				: text("exports.calendar.incomplete." + freshness.completeness(), asOf,
						this.messages.getMessage(Phrases.objects(freshness), Locale.ENGLISH));
	}

	/** Says today that the index is not complete, or old. */
	Optional<VEvent> doubt(Freshness freshness, Instant now) {
		return switch (Doubt.of(freshness, now)) {
			case NONE -> Optional.empty();
			case INCOMPLETE -> Optional.of(today(text("exports.calendar.incomplete"), freshness, now));
			case OLD -> Optional.of(today(text("exports.calendar.old", days(freshness, now)), freshness, now));
		};
	}

	private VEvent today(String summary, Freshness freshness, Instant now) {
		return allDay("index" + DOMAIN, day(now), summary, state(freshness, now), now);
	}

	private static long days(Freshness freshness, Instant now) {
		return (freshness.asOf() != null) ? Duration.between(freshness.asOf(), now).toDays() : 0;
	}

	/** Says today that the calendar does not hold everything. */
	VEvent cut(int most, Instant now) {
		return allDay("cut" + DOMAIN, day(now), text("exports.calendar.cut"), text("exports.calendar.cut.text", most),
				now);
	}

	private static VEvent allDay(String id, LocalDate day, String summary, String description, Instant now) {
		VEvent event = new VEvent(false);
		event.add(new Uid(id));
		event.add(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)));
		event.add(new DtStart<>(day));
		event.add(new DtEnd<>(day.plusDays(1)));
		event.add(new Summary(summary));
		event.add(new Description(description));
		event.add(ImmutableTransp.TRANSPARENT);
		return event;
	}

	private static LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, ZoneOffset.UTC);
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, Arrays.stream(arguments).map(Object::toString).toArray(), Locale.ENGLISH);
	}

	/** One line without control characters and those that turn the reading direction. */
	private static String line(String name) {
		String line = name.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", " ").strip();
		int end = Math.min(line.length(), LONGEST_NAME);
		return line.substring(0, (end < line.length() && Character.isLowSurrogate(line.charAt(end))) ? end - 1 : end);
	}

	/**
	 * Why the calendar may miss something.
	 */
	private enum Doubt {

		NONE, INCOMPLETE, OLD;

		static Doubt of(Freshness freshness, Instant now) {
			if (!freshness.completeness().isComplete()) {
				return INCOMPLETE;
			}
			return freshness.isOld(now) ? OLD : NONE;
		}

	}

}
