package health.admit.portal.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.InventoryChanged;
import health.admit.portal.inventory.WorkState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps work items in step with the index and with time. Any number of nodes may do so:
 * the version of an item lets one of them through.
 */
@Component
class WorkFollowing {

	private static final Logger log = LoggerFactory.getLogger(WorkFollowing.class);

	private static final int PART = 200;

	/**
	 * Deleted applications can be restored for 30 days; what was done longer ago is not
	 * looked at again.
	 */
	private static final Duration WATCHED = Duration.ofDays(60);

	private final WorkStore store;

	private final WorkItems items;

	private final Inventory inventory;

	private final Clock clock;

	WorkFollowing(WorkStore store, WorkItems items, Inventory inventory, Clock clock) {
		this.store = store;
		this.items = items;
		this.inventory = inventory;
		this.clock = clock;
	}

	/**
	 * An index that misses something proves nothing about what is not in it. A failure
	 * here must not fail the reading that has ended; the next one comes here again.
	 */
	@EventListener
	void changed(InventoryChanged event) {
		Freshness freshness = this.inventory.freshness(event.tenant());
		Instant asOf = freshness.asOf();
		if (!freshness.completeness().isComplete() || asOf == null) {
			return;
		}
		try {
			follow(event.tenant(), asOf);
		}
		catch (DataAccessException ex) {
			log.warn("Work items could not be compared with the index; the next reading does it again", ex);
		}
	}

	@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
	void wake() {
		Instant now = this.clock.instant();
		for (WorkItem item : this.store.overdue(now, PART)) {
			this.items.follow(WorkRules.Step.of(item.at(now), WorkEvent.SNOOZE_OVER));
		}
	}

	private void follow(UUID tenant, Instant asOf) {
		Instant doneAfter = this.clock.instant().minus(WATCHED);
		List<WorkItem> part = this.store.all(tenant, doneAfter, null, PART);
		while (!part.isEmpty()) {
			part.forEach((item) -> follow(item, asOf));
			part = this.store.all(tenant, doneAfter, part.get(part.size() - 1).key(), PART);
		}
	}

	private void follow(WorkItem item, Instant asOf) {
		CredentialRow row = this.inventory.credential(item.tenant(), item.key()).orElse(null);
		boolean there = row != null || this.inventory.application(item.tenant(), item.key().objectId()).isPresent();
		List<CredentialRow> others = (row == null && there)
				? this.inventory.credentialsOf(item.tenant(), item.key().objectId()) : List.of();
		IndexRules.apply(item, row, there, others, asOf).ifPresent(this.items::follow);
		// A credential that was away comes back without its mark.
		if (row != null && row.work() != item.state() && row.work() == WorkState.OPEN) {
			this.items.mark(item);
		}
	}

}
