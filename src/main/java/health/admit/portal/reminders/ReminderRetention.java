package health.admit.portal.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.InventoryChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Deletes what was sent about credentials that ended long ago and are gone. It follows
 * each reading of the tenant rather than the mail of the day, so that it goes on when
 * mail is switched off.
 */
@Component
class ReminderRetention {

	private static final Logger logger = LoggerFactory.getLogger(ReminderRetention.class);

	private static final int PART = 200;

	private final Reminders reminders;

	private final ReminderRuns runs;

	private final Inventory inventory;

	private final ReminderSettings settings;

	private final Clock clock;

	ReminderRetention(Reminders reminders, ReminderRuns runs, Inventory inventory, ReminderSettings settings,
			Clock clock) {
		this.reminders = reminders;
		this.runs = runs;
		this.inventory = inventory;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * An index that misses something does not prove that a credential is gone. A failure
	 * here must not fail the reading that has ended.
	 */
	@EventListener
	void changed(InventoryChanged event) {
		if (!this.inventory.freshness(event.tenant()).completeness().isComplete()) {
			return;
		}
		Instant before = this.clock.instant().minus(this.settings.keepGone());
		try {
			forget(event.tenant(), before);
			this.runs.forget(event.tenant(), LocalDate.ofInstant(before, ZoneOffset.UTC));
		}
		catch (DataAccessException ex) {
			logger.warn("Old reminders could not be deleted; the next reading does it again", ex);
		}
	}

	private void forget(UUID tenant, Instant before) {
		List<CredentialKey> part = this.reminders.ended(tenant, before, null, PART);
		while (!part.isEmpty()) {
			Set<CredentialKey> gone = new HashSet<>(part);
			gone.removeAll(this.inventory.credentials(tenant, part)
				.stream()
				.map(CredentialRow::key)
				.collect(Collectors.toSet()));
			gone.forEach((key) -> this.reminders.forget(tenant, key));
			part = this.reminders.ended(tenant, before, part.get(part.size() - 1), PART);
		}
	}

}
