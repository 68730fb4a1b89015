package health.admit.portal.exports;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialPage;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Slice;
import health.admit.portal.inventory.Sorting;
import health.admit.portal.inventory.WorkState;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The calendar of what ends within 90 days and still needs somebody: neither covered nor
 * snoozed nor done. Calendars choke on very many events, so there is a limit, and a cut
 * is said.
 */
@Component
class CalendarFeed {

	static final int MOST = 2_000;

	private static final int PAGE = 500;

	private static final CredentialFilter SOON = new CredentialFilter(
			Set.of(Band.WEEK, Band.MONTH, Band.TWO_MONTHS, Band.QUARTER), Set.of(), Set.of(), Set.of(),
			Set.of(WorkState.OPEN, WorkState.CLAIMED), false, null, "");

	private final Inventory inventory;

	private final CalendarEvents events;

	private final Clock clock;

	CalendarFeed(Inventory inventory, CalendarEvents events, Clock clock) {
		this.inventory = inventory;
		this.events = events;
		this.clock = clock;
	}

	String of(UUID tenant) {
		Instant now = this.clock.instant();
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Admit//Expiry//EN"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		Freshness freshness = this.inventory.freshness(tenant);
		calendar.add(new XProperty("X-WR-CALNAME", this.events.name(freshness, now)));
		calendar.add(new XProperty("X-WR-CALDESC", this.events.state(freshness, now)));
		this.events.doubt(freshness, now).ifPresent((event) -> calendar.add((CalendarComponent) event));
		if (!addAll(tenant, calendar, now)) {
			calendar.add((CalendarComponent) this.events.cut(MOST, now));
		}
		return written(calendar);
	}

	/** Whether all fitted. */
	private boolean addAll(UUID tenant, Calendar calendar, Instant now) {
		int added = 0;
		@Nullable String from = null;
		do {
			CredentialPage page = this.inventory.page(tenant, SOON, Sorting.ENDS_FIRST, new Slice(from, PAGE));
			for (CredentialRow row : page.rows()) {
				if (row.ends() == null) {
					continue;
				}
				if (added == MOST) {
					return false;
				}
				calendar.add((CalendarComponent) this.events.end(row, now));
				added++;
			}
			from = page.next();
		}
		while (from != null);
		return true;
	}

	private static String written(Calendar calendar) {
		StringWriter text = new StringWriter();
		try {
			new CalendarOutputter(false).output(calendar, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

}
