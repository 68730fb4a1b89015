package health.admit.portal.reminders;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.Phrases;
import health.admit.portal.signin.PortalAddress;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes the mails. Names stand in the bodies only, each on one line.
 */
@Component
class Digests {

	/** Longer lists nobody reads; the dashboard has all of it. */
	static final int MOST_LINES = 200;

	private static final Locale LOCALE = Locale.ENGLISH;

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", LOCALE)
		.withZone(ZoneOffset.UTC);

	private final MessageSource messages;

	private final ITemplateEngine templates;

	private final ReminderSettings settings;

	private final URI origin;

	Digests(MessageSource messages, ITemplateEngine templates, ReminderSettings settings, PortalAddress address) {
		this.messages = messages;
		this.templates = templates;
		this.settings = settings;
		this.origin = address.origin();
	}

	/**
	 * The mail about these credentials.
	 * @param due in order of their ends, at least one
	 */
	Digest of(List<Due> due, Freshness freshness, CredentialFilter filter, Instant now) {
		String subject = text("reminders.mail.subject", due.size(), due.get(0).daysLeft());
		String warning = warning(freshness, now);
		String index = text("reminders.mail.index", Phrases.counted(freshness), asOf(freshness));
		String link = this.origin + "/expiry?" + FilterParameters.toQuery(filter);
		String access = access();
		String more = (due.size() > MOST_LINES) ? text("reminders.mail.more", due.size() - MOST_LINES) : "";
		List<Line> lines = due.stream().limit(MOST_LINES).map(this::line).toList();
		Context context = new Context(LOCALE, Map.of("subject", subject, "warning", warning, "index", index, "link",
				link, "access", access, "more", more, "lines", lines));
		return new Digest(subject, plain(lines, warning, index, link, access, more),
				this.templates.process("reminders/mail", context));
	}

	private String plain(List<Line> lines, String warning, String index, String link, String access, String more) {
		StringBuilder text = new StringBuilder();
		if (!warning.isEmpty()) {
			text.append(text("reminders.mail.warning")).append(' ').append(warning).append("\n\n");
		}
		text.append(text("reminders.mail.why")).append("\n\n");
		for (Line line : lines) {
			text.append(text("reminders.mail.line", line.kind(), line.name(), line.ends(), line.left()))
				.append('\n')
				.append(text("reminders.mail.ids", line.appId(), line.keyId(), line.description()))
				.append("\n\n");
		}
		if (!more.isEmpty()) {
			text.append(more).append("\n\n");
		}
		return text.append(text("reminders.mail.todo"))
			.append("\n\n")
			.append(text("reminders.mail.link"))
			.append('\n')
			.append(link)
			.append("\n\n")
			.append(access)
			.append("\n\n")
			.append(index)
			.append('\n')
			.toString();
	}

	/** What to do for those to whom the portal does not open. */
	private String access() {
		String contact = String.join(", ", this.settings.fallback());
		return contact.isEmpty() ? text("reminders.mail.access.nobody") : text("reminders.mail.access", contact);
	}

	private Line line(Due due) {
		return new Line(text("reminders.kind." + due.kind()), due.name(), due.description(),
				Objects.toString(due.appId(), ""), due.key().credential().keyId().toString(), MOMENT.format(due.ends()),
				text("reminders.mail.left", due.daysLeft()));
	}

	/** What is wrong with the list itself; empty for nothing. */
	private String warning(Freshness freshness, Instant now) {
		if (!freshness.completeness().isComplete()) {
			return text("reminders.index." + freshness.completeness(), asOf(freshness), Phrases.objects(freshness));
		}
		return freshness.isOld(now) ? text("reminders.index.OLD", asOf(freshness)) : "";
	}

	private String asOf(Freshness freshness) {
		return (freshness.asOf() != null) ? MOMENT.format(freshness.asOf()) : text("reminders.index.never");
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LOCALE);
	}

	/**
	 * One credential in ready texts. Names are hostile input in HTML.
	 */
	record Line(String kind, String name, String description, String appId, String keyId, String ends, String left) {
	}

}
