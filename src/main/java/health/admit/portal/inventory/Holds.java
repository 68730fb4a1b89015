package health.admit.portal.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import health.admit.portal.directory.CredentialPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Which node reads a tenant, and the lock that makes all who write its index take turns,
 * so that they cannot lock each other out and counts stay right.
 */
@Component
class Holds {

	/** Longer than one page may take with all its tries and the waits for the budget. */
	static final Duration LENGTH = Duration.ofSeconds(150);

	/** H2 waits two seconds for a row; a page may take longer to write. */
	private static final int TRIES = 10;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	private final InventoryProperties properties;

	private final Clock clock;

	Holds(JdbcTemplate jdbc, TransactionOperations transactions, InventoryProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Takes a tenant that nobody reads.
	 * @return empty when another node does
	 */
	Optional<Hold> claim(UUID tenant, UUID node) {
		return locked(tenant, () -> {
			Instant now = this.clock.instant();
			int taken = this.jdbc.update("""
					update inventory_hold set node = ?, until_at = ?, fence = fence + 1
					where tenant = ? and (until_at is null or until_at <= ?)""", node, Rows.utc(now.plus(LENGTH)),
					tenant, Rows.utc(now));
			return (taken == 1) ? Optional.of(new Hold(tenant, node, fence(tenant))) : Optional.empty();
		});
	}

	/** Whether some node reads the tenant. */
	boolean isHeld(UUID tenant) {
		return !this.jdbc
			.queryForList("select tenant from inventory_hold where tenant = ? and until_at > ?", UUID.class, tenant,
					Rows.utc(this.clock.instant()))
			.isEmpty();
	}

	void release(Hold hold) {
		this.jdbc.update(
				"update inventory_hold set node = null, until_at = null where tenant = ? and node = ? and fence = ?",
				hold.tenant(), hold.node(), hold.fence());
	}

	/**
	 * Ends every hold. For a database that one process at a time can open.
	 */
	void endAll() {
		this.jdbc.update("update inventory_hold set node = null, until_at = null where node is not null");
	}

	/**
	 * Writes under a hold, which is prolonged, in one transaction.
	 * @throws HoldLost when there is a newer one
	 */
	<T> T under(Hold hold, Supplier<T> work) {
		return under(hold, this.clock.instant(), work);
	}

	/** The same, with a hold that outlasts a wait. */
	<T> T under(Hold hold, Instant waitingUntil, Supplier<T> work) {
		return inTurn(() -> {
			int held = this.jdbc.update(
					"update inventory_hold set until_at = ? where tenant = ? and node = ? and fence = ?",
					Rows.utc(waitingUntil.plus(LENGTH)), hold.tenant(), hold.node(), hold.fence());
			if (held == 0) {
				throw new HoldLost(hold);
			}
			return work.get();
		});
	}

	/** Writes without a hold, in one transaction, while no other writer does. */
	<T> T locked(UUID tenant, Supplier<T> work) {
		return inTurn(() -> {
			this.jdbc.update("insert into inventory_hold (tenant, fence) values (?, 0) on conflict do nothing", tenant);
			this.jdbc.queryForList("select fence from inventory_hold where tenant = ? for update", Long.class, tenant);
			return work.get();
		});
	}

	/** Remembers what the tenant's policy says. Only under the lock. */
	void remember(UUID tenant, CredentialPolicy policy) {
		if (policy.known()) {
			this.jdbc.update("update inventory_hold set longest_secret = ?, longest_certificate = ? where tenant = ?",
					seconds(policy.longestSecret()), seconds(policy.longestCertificate()), tenant);
		}
	}

	/** What credentials are measured by now. */
	Appraisal appraisal(UUID tenant) {
		LifetimeLimit limit = this.jdbc
			.query("select longest_secret, longest_certificate from inventory_hold where tenant = ?",
					(row, index) -> LifetimeLimit.of(duration(row.getObject("longest_secret", Long.class)),
							duration(row.getObject("longest_certificate", Long.class)),
							this.properties.longestLifetime()),
					tenant)
			.stream()
			.findFirst()
			.orElseGet(() -> LifetimeLimit.of((Duration) null, null, this.properties.longestLifetime()));
		return new Appraisal(this.clock.instant(), limit);
	}

	private long fence(UUID tenant) {
		Long fence = this.jdbc.queryForObject("select fence from inventory_hold where tenant = ?", Long.class, tenant);
		return (fence != null) ? fence : 0;
	}

	private <T> T inTurn(Supplier<T> work) {
		for (int tries = 1;; tries++) {
			try {
				return Objects.requireNonNull(this.transactions.execute((status) -> work.get()));
			}
			catch (ConcurrencyFailureException | QueryTimeoutException | DuplicateKeyException ex) {
				if (tries == TRIES) {
					throw ex;
				}
			}
		}
	}

	private static @Nullable Long seconds(@Nullable Duration time) {
		return (time != null) ? time.toSeconds() : null;
	}

	private static @Nullable Duration duration(@Nullable Long seconds) {
		return (seconds != null) ? Duration.ofSeconds(seconds) : null;
	}

}
