package health.admit.portal.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

import health.admit.portal.audit.AuditFixture;
import health.admit.portal.audit.AuditNotWritten;
import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.ReadRefused;
import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.operation.StepEvent.Kind;
import health.admit.portal.operation.StepState.Status;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.SignInRequired;
import health.admit.portal.signin.StepUpRequired;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.Poll;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnEachDatabase
class EngineTests {

	private static final String UNRECORDED = "operation.wait.unrecorded";

	private final TestDatabase database;

	private final World world;

	private final FakeCloud cloud;

	EngineTests(Database database) {
		this.database = database.fresh();
		this.world = new World(this.database);
		this.cloud = new FakeCloud(1, this.world.time, Duration.ZERO, (id) -> {
		});
	}

	@Test
	void carriesOutEachStepOnceAndInOrder() {
		OperationId id = calm().start(FakeHandlers.plan());
		OperationState end = this.world.drive(id);
		assertThat(end.phase()).isEqualTo(Phase.FINISHED);
		assertThat(end.steps()).extracting(StepState::status).containsOnly(Status.APPLIED);
		assertThat(this.world.events(id)).containsExactly(Kind.INTENT, Kind.APPLIED, Kind.INTENT, Kind.APPLIED,
				Kind.INTENT, Kind.APPLIED);
		assertThat(this.world.kept.get(id)).isEqualTo("text of " + end.facts().get("secret"));
		assertThat(this.world.finished).containsOnlyKeys(id);
		assertThat(AuditFixture.flaw(this.world.jdbc, end.tenant())).isNull();
	}

	@Test
	void finishesWithOneOfEachWhereverTheProcessDies() {
		OperationId rehearsal = calm().start(FakeHandlers.plan());
		this.world.transactions.dieAt(-1, false);
		this.world.drive(rehearsal);
		int transactions = this.world.transactions.count();
		assertThat(transactions).isGreaterThan(8);
		for (int at = 1; at <= transactions; at++) {
			for (boolean afterCommit : new boolean[] { false, true }) {
				World other = new World(this.database);
				FakeCloud fresh = new FakeCloud(at, other.time, Duration.ofSeconds(20),
						(call) -> assertThat(other.announced(call)).isTrue());
				OperationId id = other.with(FakeHandlers.of(fresh)).start(FakeHandlers.plan());
				other.transactions.dieAt(at, afterCommit);
				OperationState end = other.drive(id);
				assertThat(end.phase()).isEqualTo(Phase.FINISHED);
				assertThat(List.of("application", "principal", "secret")).as("died at %d", at)
					.allSatisfy((kind) -> assertThat(fresh.really(kind)).extracting((thing) -> thing.id().toString())
						.containsExactly(end.facts().get(kind)));
			}
		}
	}

	@Test
	void manyPostsOfOneFormMakeOneOperation() throws Exception {
		calm();
		UUID key = UUID.randomUUID();
		ExecutorService threads = Executors.newFixedThreadPool(16);
		try {
			Callable<OperationId> post = () -> this.world.start(key, FakeHandlers.plan());
			List<Future<OperationId>> posts = threads.invokeAll(Collections.nCopies(100, post));
			OperationId first = posts.get(0).get();
			for (Future<OperationId> other : posts) {
				assertThat(other.get()).isEqualTo(first);
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(this.world.rows.newest(this.world.ada.tenant(), Set.of(Phase.RUNNING), 0, 200)).hasSize(1);
	}

	@Test
	void oneKeyCannotConfirmTwoPlans() {
		UUID key = UUID.randomUUID();
		calm().start(key, FakeHandlers.plan());
		Plan other = new Plan("registration", "Writer", "/x", FakeHandlers.plan().steps());
		assertThatExceptionOfType(PlanChanged.class).isThrownBy(() -> this.world.start(key, other));
	}

	@Test
	void nodeThatStandsStillWhileItLooksSomethingUpSendsNothingAfterwards() {
		List<Lease> newer = new ArrayList<>();
		this.world
			.with(FakeHandlers.of(this.cloud).stream().<StepHandler>map((handler) -> new Standing(handler, (id) -> {
				this.world.time.pause(Leases.LENGTH.plusSeconds(1));
				newer.add(this.world.leases.claim(id, UUID.randomUUID()).orElseThrow());
			})).toList());
		OperationId id = this.world.start(FakeHandlers.plan());
		Lease stale = this.world.leases.claim(id, UUID.randomUUID()).orElseThrow();
		assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> this.world.run(stale));
		assertThat(this.cloud.writes()).isZero();
		calm().run(newer.get(0));
		assertThat(this.world.state(id).phase()).isEqualTo(Phase.FINISHED);
	}

	/** All places may be taken for longer than a lease lasts, when the cloud hangs. */
	@Test
	void nodeThatGetsAPlaceTooLateAnnouncesAndSendsNothing() throws Exception {
		OperationId id = calm().start(FakeHandlers.plan());
		Lease stale = this.world.leases.claim(id, UUID.randomUUID()).orElseThrow();
		CountDownLatch hanging = new CountDownLatch(8);
		CountDownLatch answered = new CountDownLatch(1);
		ExecutorService threads = Executors.newCachedThreadPool();
		try {
			for (int call = 0; call < 8; call++) {
				threads.submit(() -> this.world.calls.inPlace(() -> hangUntil(hanging, answered)));
			}
			hanging.await();
			Thread late = new Thread(
					() -> assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> this.world.run(stale)));
			AtomicReference<Throwable> failed = new AtomicReference<>();
			late.setUncaughtExceptionHandler((thread, cause) -> failed.set(cause));
			late.start();
			Poll.until("it waits for a place", Duration.ofMinutes(1), () -> late.getState() == Thread.State.WAITING);
			assertThat(this.world.events(id)).isEmpty();

			this.world.time.pause(Leases.LENGTH.plusSeconds(1));
			Lease newer = this.world.leases.claim(id, UUID.randomUUID()).orElseThrow();
			answered.countDown();
			late.join();

			assertThat(failed.get()).isNull();
			assertThat(this.cloud.writes()).isZero();
			this.world.run(newer);
			assertThat(this.world.state(id).phase()).isEqualTo(Phase.FINISHED);
		}
		finally {
			answered.countDown();
			threads.shutdownNow();
		}
	}

	private static boolean hangUntil(CountDownLatch hanging, CountDownLatch answered) {
		hanging.countDown();
		try {
			answered.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return true;
	}

	@Test
	void aStaleNodeMakesNoCall() {
		OperationId id = calm().start(FakeHandlers.plan());
		Lease stale = this.world.leases.claim(id, UUID.randomUUID()).orElseThrow();
		this.world.time.pause(Leases.LENGTH.plusSeconds(1));
		Lease newer = this.world.leases.claim(id, UUID.randomUUID()).orElseThrow();
		assertThat(newer.fence()).isGreaterThan(stale.fence());
		assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> this.world.run(stale));
		assertThat(this.cloud.writes()).isZero();
		this.world.run(newer);
		assertThat(this.world.state(id).phase()).isEqualTo(Phase.FINISHED);
	}

	@Test
	void oneApplicationIsChangedByOneOperationAtATime() {
		calm();
		PlannedStep change = new PlannedStep("secret", PlannedStep.Verb.CREATE, "x", "POST",
				Map.of("applicationObjectId", UUID.randomUUID().toString()));
		Plan plan = new Plan("rotation", "x", "/x", List.of(change));
		OperationId first = this.world.start(plan);
		OperationId second = this.world.start(plan);
		Lease lease = this.world.leases.claim(first, UUID.randomUUID()).orElseThrow();
		assertThat(this.world.leases.claim(second, UUID.randomUUID())).isEmpty();
		this.world.run(lease);
		assertThat(this.world.leases.claim(second, UUID.randomUUID())).isPresent();
	}

	@Test
	void withoutAuditNothingIsStarted() {
		calm();
		auditFails();
		assertThatExceptionOfType(AuditNotWritten.class).isThrownBy(() -> this.world.start(FakeHandlers.plan()));
		assertThat(this.world.rows.newest(this.world.ada.tenant(), Set.of(Phase.RUNNING), 0, 9)).isEmpty();
	}

	@Test
	void withoutAuditNothingIsSentAndThePageSaysSo() {
		OperationId id = calm().start(FakeHandlers.plan());
		auditFails();
		this.world.runOneNode(id, aMinuteLater());
		assertThat(this.cloud.writes()).isZero();
		assertThat(this.world.state(id).phase()).isEqualTo(Phase.RUNNING);
		assertThat(this.world.state(id).steps().get(0).waitingFor()).isEqualTo(UNRECORDED);
		assertThat(this.world.events(id)).isEmpty();
		auditWorks();
		assertThat(this.world.drive(id).phase()).isEqualTo(Phase.FINISHED);
		assertThat(this.cloud.writes()).isEqualTo(3);
	}

	@Test
	void anOutcomeThatCannotBeRecordedYetIsNotLost() {
		FakeCloud failing = new FakeCloud(2, this.world.time, Duration.ZERO, (call) -> auditFails());
		OperationId id = this.world.with(FakeHandlers.of(failing)).start(FakeHandlers.plan());
		this.world.time.whilePausing(() -> {
			if (this.world.state(id).steps().stream().map(StepState::waitingFor).anyMatch(UNRECORDED::equals)) {
				auditWorks();
			}
		});
		assertThat(this.world.drive(id).phase()).isEqualTo(Phase.FINISHED);
		assertThat(failing.writes()).isEqualTo(3);
		assertThat(this.world.kept.get(id)).isNotNull();
		assertThat(AuditFixture.flaw(this.world.jdbc, this.world.ada.tenant())).isNull();
	}

	@Test
	void anEndThatCannotBeRecordedYetIsWaitedFor() {
		OperationId id = calm().start(FakeHandlers.plan());
		this.world.jdbc.sql("alter table audit_event add constraint no_end check (action <> 'operation.finished')")
			.update();
		this.world.runOneNode(id, aMinuteLater());
		assertThat(this.world.state(id).phase()).isEqualTo(Phase.RUNNING);
		assertThat(this.world.state(id).steps()).extracting(StepState::status).containsOnly(Status.APPLIED);
		this.world.jdbc.sql("alter table audit_event drop constraint no_end").update();
		assertThat(this.world.drive(id).phase()).isEqualTo(Phase.FINISHED);
	}

	private void auditFails() {
		this.world.jdbc.sql("alter table audit_event rename to gone").update();
	}

	private void auditWorks() {
		this.world.jdbc.sql("alter table gone rename to audit_event").update();
	}

	@Test
	void parksWithoutATokenAndGoesOnWithSomebodyElses() {
		UUID grace = UUID.randomUUID();
		OperationId id = scripted((call) -> {
			if (call.delegation().operator().equals(grace)) {
				return new StepOutcome.Applied(Map.of());
			}
			throw new SignInRequired("gone");
		});
		assertThat(this.world.drive(id).phase()).isEqualTo(Phase.PARKED);
		assertThat(this.world.state(id).steps().get(0).status()).isEqualTo(Status.PARKED);
		this.world.resume(id, new Delegation(UUID.randomUUID(), this.world.ada.tenant(), grace));
		assertThat(this.world.drive(id).phase()).isEqualTo(Phase.FINISHED);
		assertThat(this.world.jdbc.sql(
				"select distinct actor from audit_event where operation = :id and action in ('operation.started', 'operation.resumed')")
			.param("id", id.value())
			.query(UUID.class)
			.list()).containsExactlyInAnyOrder(this.world.ada.operator(), grace);
	}

	@Test
	void remembersWhatAStepUpHasToBring() {
		OperationId id = scripted((call) -> {
			throw new StepUpRequired(Set.of(DelegatedScope.GRANT_WRITE), "{}");
		});
		this.world.drive(id);
		OperationRow row = this.world.rows.find(id).orElseThrow();
		assertThat(row.parkedScopes()).containsExactly(DelegatedScope.GRANT_WRITE);
		assertThat(row.parkedClaims()).isEqualTo("{}");
	}

	@Test
	void aLookThatIsRefusedEndsTheStepWithItsCause() {
		OperationId id = scripted((call) -> {
			throw new RefusedLook(403, "Authorization_RequestDenied", "Insufficient privileges");
		});
		OperationState end = this.world.drive(id);
		assertThat(end.phase()).isEqualTo(Phase.REFUSED);
		StepState step = end.steps().get(0);
		assertThat(step.attempts()).isOne();
		assertThat(step.code()).isEqualTo("Authorization_RequestDenied");
		assertThat(step.message()).isEqualTo("Insufficient privileges");
		assertThat(step.requestId()).isEqualTo("request-9");
	}

	@Test
	void aLookThatFindsNothingYetIsTriedAgain() {
		OperationId id = scripted((call) -> {
			if (call.attempt() > 2) {
				return new StepOutcome.Applied(Map.of());
			}
			throw new RefusedLook(404, "Request_ResourceNotFound", "not there");
		});
		assertThat(this.world.drive(id).phase()).isEqualTo(Phase.FINISHED);
		assertThat(this.world.events(id)).contains(Kind.NOT_YET).doesNotContain(Kind.UNANSWERED);
	}

	@Test
	void aLookThatNeedsANewSignInParks() {
		OperationId id = scripted((call) -> {
			throw new RefusedLook(401, "InvalidAuthenticationToken", "no");
		});
		assertThat(this.world.drive(id).phase()).isEqualTo(Phase.PARKED);
	}

	@Test
	void whoeverHeldALeaseOfAFileDatabaseIsDead() {
		OperationId id = calm().start(FakeHandlers.plan());
		Lease dead = this.world.leases.claim(id, UUID.randomUUID()).orElseThrow();
		assertThat(this.world.leases.claim(id, UUID.randomUUID())).isEmpty();
		this.world.leases.endAll();
		assertThat(this.world.leases.claim(id, UUID.randomUUID()).orElseThrow().fence()).isGreaterThan(dead.fence());
	}

	@Test
	void anotherTenantCannotSeeOrResumeIt() {
		OperationId id = calm().start(FakeHandlers.plan());
		Delegation stranger = new Delegation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
		assertThat(this.world.rows.find(stranger.tenant(), id)).isEmpty();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.world.resume(id, stranger));
	}

	@Test
	void givesUpAfterTheLastTryAndCanBeTriedAgain() {
		boolean[] cured = { false };
		OperationId id = scripted((call) -> cured[0] ? new StepOutcome.Applied(Map.of())
				: new StepOutcome.NotYet("operation.wait.replication", null, "Request_ResourceNotFound", "gone", "r1"));
		OperationState refused = this.world.drive(id);
		assertThat(refused.phase()).isEqualTo(Phase.REFUSED);
		StepState step = refused.steps().get(0);
		assertThat(step.tries()).isEqualTo(36);
		assertThat(step.code()).isEqualTo("Request_ResourceNotFound");
		assertThat(step.requestId()).isEqualTo("r1");
		cured[0] = true;
		this.world.resume(id, this.world.ada);
		assertThat(this.world.drive(id).phase()).isEqualTo(Phase.FINISHED);
	}

	@Test
	void keepsHostileWordsOfTheServiceOutOfTheWay() {
		OperationId id = scripted(
				(call) -> new StepOutcome.Refused("c".repeat(500), "\u0000<b>" + "x".repeat(9000), null));
		assertThat(this.world.drive(id).steps().get(0).message()).startsWith("<b>x").hasSize(4000);
	}

	private BooleanSupplier aMinuteLater() {
		Instant end = this.world.time.instant().plus(Duration.ofMinutes(1));
		return () -> this.world.time.instant().isAfter(end);
	}

	private World calm() {
		return this.world.with(FakeHandlers.of(this.cloud));
	}

	private OperationId scripted(Function<StepCall, StepOutcome> script) {
		this.world.with(List.of(new Scripted(script)));
		return this.world.start(new Plan("registration", "x", "/x", List.of(FakeHandlers.step("scripted"))));
	}

	private static final class RefusedLook extends ReadRefused {

		RefusedLook(int status, String code, String message) {
			super(status, code, message, new CallTrace(UUID.randomUUID(), "request-9"));
		}

	}

	private record Scripted(Function<StepCall, StepOutcome> script) implements StepHandler {

		@Override
		public String kind() {
			return "scripted";
		}

		@Override
		public Repetition repetition() {
			return Repetition.IDEMPOTENT;
		}

		@Override
		public StepOutcome apply(StepCall call) {
			return this.script.apply(call);
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			throw new UnsupportedOperationException();
		}

	}

	/** Something happens to the node between the intent and the write. */
	private record Standing(StepHandler real, Consumer<OperationId> before) implements StepHandler {

		@Override
		public String kind() {
			return this.real.kind();
		}

		@Override
		public Repetition repetition() {
			return this.real.repetition();
		}

		@Override
		public StepOutcome apply(StepCall call) {
			this.before.accept(call.operation());
			return this.real.apply(call);
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			return this.real.reconcile(call);
		}

	}

}
