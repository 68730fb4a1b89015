package health.admit.portal.connection;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.audit.AuditEntry;
import health.admit.portal.audit.AuditTrail;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.Operator;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Starts tests and finds them again.
 */
@Service
class ConnectionTests {

	/** Tests under way at one time for one person. */
	static final int MOST = 3;

	private final TestRows rows;

	private final Runs runs;

	private final ConnectionTest test;

	private final YoungRoles roles;

	private final ServiceWire wire;

	private final Cloud cloud;

	private final AuditTrail audit;

	private final TransactionOperations transactions;

	private final Clock clock;

	ConnectionTests(TestRows rows, Runs runs, YoungRoles roles, ServiceWire wire, TokenService tokens,
			Patience patience, Cloud cloud, AuditTrail audit, TransactionOperations transactions, Clock clock) {
		this.rows = rows;
		this.runs = runs;
		this.roles = roles;
		this.test = new ConnectionTest(wire, tokens, patience, cloud, clock);
		this.wire = wire;
		this.cloud = cloud;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Starts a test in the background. That a credential was used is recorded first.
	 * @return the test; empty when the person or the node has too many under way
	 */
	Optional<UUID> start(Operator operator, Delegation delegation, TestPlan plan, Way way, Credential credential) {
		if (this.rows.running(operator) >= MOST) {
			return Optional.empty();
		}
		UUID id = UUID.randomUUID();
		HeldCredential held = new HeldCredential(credential);
		Progress progress = new Progress(TestPlan.steps(way == Way.DEVICE), this.clock,
				(report) -> this.rows.save(id, report));
		record(id, operator, plan, way, progress.report());
		ArrivingRoles arriving = this.roles.of(plan, delegation);
		boolean started = this.runs.start(() -> run(id, plan, held, arriving, progress));
		if (!started) {
			progress.end(Phase.LOST);
		}
		return started ? Optional.of(id) : Optional.empty();
	}

	/**
	 * Asks the service, as nobody, for which audience a person has to sign in.
	 */
	Trust trust(Operator operator, TestPlan plan, Way way) {
		Progress progress = new Progress(TestPlan.steps(false), this.clock, (report) -> {
		});
		ServiceSteps service = new ServiceSteps(plan, this.wire, this.cloud, progress);
		Optional<String> audience = service.reach() ? service.trust() : Optional.empty();
		if (audience.isPresent()) {
			return new Trust(audience.get(), null);
		}
		UUID id = UUID.randomUUID();
		progress.end(Phase.FAILED);
		record(id, operator, plan, way, progress.report());
		return new Trust("", id);
	}

	private void record(UUID id, Operator operator, TestPlan plan, Way way, Report report) {
		this.transactions.executeWithoutResult((transaction) -> {
			this.audit.append(new AuditEntry(operator.tenant(), operator.objectId(), "connection.test", null,
					plan.clientId().toString(),
					Map.of("service", plan.service().base().toString(), "way", way.name())));
			this.rows.insert(id, operator, plan, way, report);
		});
	}

	private void run(UUID id, TestPlan plan, HeldCredential held, ArrivingRoles arriving, Progress progress) {
		try {
			this.test.run(plan, held, arriving, this.runs.waiting(id), progress);
		}
		finally {
			held.close();
			if (!progress.report().phase().isOver()) {
				progress.unexpected();
			}
		}
	}

	/**
	 * What the service said, as nobody.
	 *
	 * @param audience what it wants tokens for; empty when there is a failed test
	 * @param failed the test that says why; null when there is an audience
	 */
	record Trust(String audience, @Nullable UUID failed) {
	}

}
