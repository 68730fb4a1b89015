package health.admit.portal.inventory;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

import health.admit.portal.cloud.ReadRefused;
import health.admit.portal.cloud.ReadUnanswered;
import health.admit.portal.directory.CredentialPolicy;
import health.admit.portal.directory.TenantScan;
import health.admit.portal.signin.SignInRequired;
import health.admit.portal.signin.StepUpRequired;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Reads what is due of all sources of a tenant, one after the other, on the thread of the
 * caller.
 */
final class TenantReading {

	private static final Logger logger = LoggerFactory.getLogger(TenantReading.class);

	private final UUID node = UUID.randomUUID();

	private final Map<UUID, RequestBudget> budgets = new ConcurrentHashMap<>();

	private final IndexAccess access;

	private final Waiting waiting;

	private final Executor ahead;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	TenantReading(IndexAccess access, Waiting waiting, Executor ahead, ApplicationEventPublisher events, Clock clock) {
		this.access = access;
		this.waiting = waiting;
		this.ahead = ahead;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Reads, unless another node does.
	 * @param policy what the tenant allows; asked for before a full pass
	 * @param due what to read of each source
	 */
	void run(UUID tenant, TenantScan scan, Supplier<CredentialPolicy> policy, Function<Reading, Due> due) {
		Optional<Hold> hold = this.access.holds().claim(tenant, this.node);
		if (hold.isEmpty()) {
			return;
		}
		try {
			for (Reading reading : this.access.freshnesses().readings(tenant)) {
				read(hold.get(), scan, policy, reading.source(), due.apply(reading));
			}
			this.access.freshnesses().retire(hold.get());
			this.access.roll().roll(tenant);
		}
		catch (HoldLost | Waiting.Stopping ex) {
			logger.info("Reading of tenant {} is left to others: {}", tenant, ex.getMessage());
		}
		finally {
			this.access.holds().release(hold.get());
		}
		this.events.publishEvent(new InventoryChanged(tenant, this.access.freshnesses().of(tenant).completeness(),
				this.clock.instant()));
	}

	private void read(Hold hold, TenantScan scan, Supplier<CredentialPolicy> policy, Source source, Due due) {
		if (due == Due.NOTHING) {
			return;
		}
		RequestBudget budget = this.budgets.computeIfAbsent(hold.tenant(),
				(tenant) -> new RequestBudget(this.clock, this.waiting));
		try {
			if (due == Due.EVERYTHING) {
				remember(hold, policy);
			}
			this.access.reading(hold, new SourceScan(scan, source, budget), this.waiting, this.ahead, this.clock)
				.run(due);
		}
		catch (ReadRefused | ReadUnanswered | SignInRequired | StepUpRequired ex) {
			logger.warn("Reading of {} of tenant {} stopped: {}", source, hold.tenant(), ex.getMessage());
		}
		catch (HoldLost | Waiting.Stopping ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.error("Reading of {} of tenant {} stopped", source, hold.tenant(), ex);
		}
	}

	/** Without the policy, what was known before goes on. */
	private void remember(Hold hold, Supplier<CredentialPolicy> policy) {
		CredentialPolicy known;
		try {
			known = policy.get();
		}
		catch (ReadRefused | ReadUnanswered | SignInRequired | StepUpRequired ex) {
			logger.info("Policy of tenant {} cannot be read: {}", hold.tenant(), ex.getMessage());
			return;
		}
		this.access.holds().under(hold, () -> {
			this.access.holds().remember(hold.tenant(), known);
			return hold;
		});
	}

}
