package health.admit.portal.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who carries on which operation, and which application it holds meanwhile.
 */
@Component
class Leases {

	static final Duration LENGTH = Duration.ofSeconds(60);

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	Leases(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Takes a running operation that nobody holds, with the application it is about.
	 * @return empty when somebody else has one of them
	 */
	Optional<Lease> claim(OperationId id, UUID node) {
		return this.transactions.execute((status) -> {
			Optional<Lease> lease = take(id, node);
			if (lease.isPresent() && !hold(lease.get())) {
				status.setRollbackOnly();
				return Optional.<Lease>empty();
			}
			return lease;
		});
	}

	/**
	 * Prolongs a lease. Within a transaction it locks the operation until its end.
	 * @throws LeaseLost when there is a newer one
	 */
	void renew(Lease lease) {
		this.transactions.executeWithoutResult((status) -> {
			int renewed = this.jdbc.sql("""
					update operation set lease_until = :until
					where id = :id and lease_owner = :node and fence = :fence and phase = 'RUNNING'""")
				.param("until", end())
				.param("id", lease.operation().value())
				.param("node", lease.node())
				.param("fence", lease.fence())
				.update();
			if (renewed == 0 || !hold(lease)) {
				throw new LeaseLost(lease);
			}
		});
	}

	/**
	 * Gives an operation up, so that the next node need not wait for the lease to end.
	 */
	void release(Lease lease) {
		this.transactions.executeWithoutResult((status) -> {
			int released = this.jdbc.sql("""
					update operation set lease_owner = null, lease_until = null
					where id = :id and lease_owner = :node and fence = :fence""")
				.param("id", lease.operation().value())
				.param("node", lease.node())
				.param("fence", lease.fence())
				.update();
			if (released == 1) {
				this.jdbc.sql("update operation_target set holder = null, held_until = null where holder = :id")
					.param("id", lease.operation().value())
					.update();
			}
		});
	}

	/**
	 * Ends every lease. For a database that one process at a time can open: whoever held
	 * one is dead, and nobody has to wait until it runs out.
	 */
	void endAll() {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("update operation set lease_owner = null, lease_until = null where lease_owner is not null")
				.update();
			this.jdbc.sql("update operation_target set holder = null, held_until = null where holder is not null")
				.update();
		});
	}

	private Optional<Lease> take(OperationId id, UUID node) {
		int taken = this.jdbc.sql("""
				update operation set lease_owner = :node, lease_until = :until, fence = fence + 1
				where id = :id and phase = 'RUNNING' and (lease_until is null or lease_until <= :now)""")
			.param("node", node)
			.param("until", end())
			.param("id", id.value())
			.param("now", now())
			.update();
		if (taken == 0) {
			return Optional.empty();
		}
		long fence = this.jdbc.sql("select fence from operation where id = :id")
			.param("id", id.value())
			.query(Long.class)
			.single();
		return Optional.of(new Lease(id, node, fence));
	}

	/**
	 * Holds the application the operation is about, if it is about an existing one.
	 */
	private boolean hold(Lease lease) {
		Optional<Target> target = this.jdbc
			.sql("select tenant, target from operation where id = :id and target is not null")
			.param("id", lease.operation().value())
			.query((row, index) -> new Target(row.getObject("tenant", UUID.class), row.getString("target")))
			.optional();
		return target.isEmpty() || hold(lease, target.get());
	}

	private boolean hold(Lease lease, Target target) {
		this.jdbc.sql("insert into operation_target (tenant, target) values (:tenant, :target) on conflict do nothing")
			.param("tenant", target.tenant())
			.param("target", target.name())
			.update();
		return this.jdbc.sql("""
				update operation_target set holder = :id, held_until = :until
				where tenant = :tenant and target = :target
				and (holder is null or holder = :id or held_until <= :now)""")
			.param("id", lease.operation().value())
			.param("until", end())
			.param("tenant", target.tenant())
			.param("target", target.name())
			.param("now", now())
			.update() == 1;
	}

	private OffsetDateTime now() {
		return utc(this.clock.instant());
	}

	private OffsetDateTime end() {
		return utc(this.clock.instant().plus(LENGTH));
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private record Target(UUID tenant, String name) {
	}

}
