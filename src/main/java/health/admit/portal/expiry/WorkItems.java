package health.admit.portal.expiry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.WorkState;
import health.admit.portal.signin.Operator;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the help desk does about credentials. Nothing here changes anything in the
 * directory.
 */
@Component
class WorkItems {

	private final WorkStore store;

	private final Inventory inventory;

	private final TransactionTemplate transactions;

	private final Clock clock;

	WorkItems(WorkStore store, Inventory inventory, PlatformTransactionManager transactions, Clock clock) {
		this.store = store;
		this.inventory = inventory;
		this.transactions = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** The work on a credential as it is now. */
	Optional<WorkItem> find(UUID tenant, CredentialKey key) {
		return this.store.find(tenant, key).map((item) -> item.at(this.clock.instant()));
	}

	/** What has happened, newest first. */
	List<WorkLine> history(UUID tenant, CredentialKey key) {
		return this.store.history(tenant, key);
	}

	/**
	 * Does what an operator wants.
	 * @param version of the item the operator has seen
	 */
	WorkOutcome submit(Operator operator, CredentialKey key, int version, WorkRequest request) {
		return run(() -> {
			WorkItem item = find(operator.tenant(), key)
				.or(() -> this.inventory.credential(operator.tenant(), key)
					.map((row) -> WorkItem.blank(operator.tenant(), row)))
				.orElse(null);
			if (item == null) {
				return new WorkOutcome.Gone();
			}
			Optional<WorkItem> stored = (item.version() != version) ? Optional.empty()
					: WorkRules.apply(item, request, operator.objectId())
						.flatMap((step) -> store(step, operator.objectId()));
			return stored.<WorkOutcome>map(WorkOutcome.Changed::new).orElseGet(() -> new WorkOutcome.Conflict(item));
		});
	}

	/**
	 * Claims those of the credentials that nobody else has claimed and that are not done.
	 * @return how many are claimed now that were not before
	 */
	int claim(Operator operator, Collection<CredentialKey> keys) {
		int claimed = 0;
		for (CredentialKey key : keys) {
			WorkItem item = find(operator.tenant(), key).orElse(null);
			if ((item == null || item.state() == WorkState.OPEN)
					&& submit(operator, key, (item != null) ? item.version() : 0,
							WorkRequest.of(WorkAction.CLAIM)) instanceof WorkOutcome.Changed) {
				claimed++;
			}
		}
		return claimed;
	}

	/** Writes down what the portal itself found; nothing where somebody was quicker. */
	void follow(WorkRules.Step step) {
		run(() -> store(step, null));
	}

	/** Deletes an item with its history; nothing where something happened to it. */
	void forget(WorkItem item) {
		run(() -> this.store.delete(item));
	}

	/** Writes the state of an item into the index again. */
	void mark(WorkItem seen) {
		run(() -> find(seen.tenant(), seen.key())
			.map((item) -> this.inventory.mark(item.tenant(), item.key(), item.state())));
	}

	/**
	 * Stores a step, in the transaction it is called in.
	 */
	private Optional<WorkItem> store(WorkRules.Step step, @Nullable UUID who) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		WorkItem next = step.item().next(now);
		WorkLine line = new WorkLine(next.version(), now, who, step.event(), step.text(), step.until());
		if (!this.store.save(next, line)) {
			return Optional.empty();
		}
		this.inventory.mark(next.tenant(), next.key(), next.state());
		return Optional.of(next);
	}

	private <T> T run(Supplier<T> work) {
		T result = this.transactions.execute((status) -> work.get());
		if (result == null) {
			throw new IllegalStateException("A transaction returns what its work returned");
		}
		return result;
	}

}
