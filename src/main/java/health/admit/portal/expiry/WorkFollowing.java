package health.admit.portal.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import health.admit.portal.inventory.CredentialKey;
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

	private final WorkStore store;

	private final WorkItems items;

	private final Inventory inventory;

	private final Duration keepGone;

	private final Clock clock;

	WorkFollowing(WorkStore store, WorkItems items, Inventory inventory, ExpiryProperties properties, Clock clock) {
		this.store = store;
		this.items = items;
		this.inventory = inventory;
		this.keepGone = properties.keepGone();
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
			forget(event.tenant());
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
		List<WorkItem> part = this.store.all(tenant, null, PART);
		while (!part.isEmpty()) {
			follow(tenant, part, asOf);
			part = this.store.all(tenant, part.get(part.size() - 1).key(), PART);
		}
	}

	private void follow(UUID tenant, List<WorkItem> part, Instant asOf) {
		Map<CredentialKey, CredentialRow> rows = this.inventory
			.credentials(tenant, part.stream().map(WorkItem::key).toList())
			.stream()
			.collect(Collectors.toMap(CredentialRow::key, Function.identity()));
		for (WorkItem item : part) {
			CredentialRow row = rows.get(item.key());
			if (row != null) {
				there(item, row, asOf);
			}
			else if (!item.settled()) {
				gone(item, asOf);
			}
		}
	}

	private void there(WorkItem item, CredentialRow row, Instant asOf) {
		IndexRules.apply(item, row, true, List.of(), asOf).ifPresent(this.items::follow);
		// A credential that was away comes back without its mark.
		if (row.work() != item.state() && row.work() == WorkState.OPEN) {
			this.items.mark(item);
		}
	}

	private void gone(WorkItem item, Instant asOf) {
		List<CredentialRow> others = this.inventory.credentialsOf(item.tenant(), item.key().objectId());
		boolean there = !others.isEmpty()
				|| this.inventory.application(item.tenant(), item.key().objectId()).isPresent();
		IndexRules.apply(item, null, there, others, asOf).ifPresent(this.items::follow);
	}

	/** What is left over is forgotten after the next reading. */
	private void forget(UUID tenant) {
		this.store.gone(tenant, this.clock.instant().minus(this.keepGone), PART).forEach(this.items::forget);
	}

}
