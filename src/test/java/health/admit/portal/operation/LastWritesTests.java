package health.admit.portal.operation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import health.admit.portal.cloud.Answer;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.StepCalls;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@OnEachDatabase
class LastWritesTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final PlannedStep step = new PlannedStep("any", PlannedStep.Verb.CHANGE, "", "",
			Map.of("applicationObjectId", UUID.randomUUID().toString()));

	private final World world;

	private final LastWrites writes;

	LastWritesTests(Database database) {
		this.world = new World(database.fresh()).with(List.of(new Any()));
		this.writes = new LastWrites(this.world.jdbc, this.world.transactions, this.world.time);
	}

	@Test
	void stateCountsAsShownOnceItIsSeenOrAMinuteIsOver() {
		StepCall call = holding();
		assertThat(this.writes.areShown(call, "before")).as("nothing written yet").isTrue();
		send(call, "after", StepCalls.success(1));
		assertThat(this.writes.areShown(call, "before")).isFalse();
		assertThat(this.writes.areShown(call, "after")).isTrue();
		this.world.time.pass(Transitions.LAG_WINDOW.minus(SECOND));
		assertThat(this.writes.areShown(call, "before")).isFalse();
		this.world.time.pass(SECOND);
		assertThat(this.writes.areShown(call, "before")).isTrue();
	}

	@Test
	void minuteCountsFromTheAnswer() {
		StepCall call = holding();
		this.writes.send(call, "after", () -> {
			this.world.time.pass(Duration.ofSeconds(30));
			return StepCalls.silence(true);
		});
		this.world.time.pass(Duration.ofSeconds(59));
		assertThat(this.writes.areShown(call, "before")).isFalse();
		this.world.time.pass(SECOND);
		assertThat(this.writes.areShown(call, "before")).isTrue();
	}

	@Test
	void onlyWhatCertainlyDidNothingIsForgotten() {
		StepCall call = holding();
		send(call, "first", StepCalls.success(1));
		for (int status : new int[] { 400, 401, 403, 409, 429 }) {
			send(call, "second", StepCalls.failure(status, "", ""));
			assertThat(this.writes.areShown(call, "first")).as("after " + status).isTrue();
			assertThat(this.writes.areShown(call, "second")).as("after " + status).isFalse();
		}
		send(call, "second", StepCalls.silence(false));
		assertThatIllegalStateException().isThrownBy(() -> this.writes.send(call, "second", () -> {
			throw new IllegalStateException("no token");
		}));
		assertThat(this.writes.areShown(call, "first")).isTrue();
		for (int status : new int[] { 404, 500, 502, 503, 504 }) {
			send(call, "second" + status, StepCalls.failure(status, "", ""));
			assertThat(this.writes.areShown(call, "first")).as("after " + status).isFalse();
			assertThat(this.writes.areShown(call, "second" + status)).as("after " + status).isTrue();
		}
	}

	@Test
	void whatTheWriteReallyLeftIsNoted() {
		StepCall call = holding();
		send(call, "expected", StepCalls.success(1));
		this.writes.look(call, "real");
		assertThat(this.writes.areShown(call, "real")).isTrue();
		assertThat(this.writes.areShown(call, "expected")).isFalse();
	}

	@Test
	void lookOfAnEarlierOperationDoesNotHideWhatALaterOneWrote() {
		StepCall first = holding();
		send(first, "one", StepCalls.success(1));
		release();
		send(holding(), "one and two", StepCalls.success(1));
		release();
		assertThat(this.world.leases.claim(first.operation(), UUID.randomUUID())).isPresent();
		this.writes.look(first, "one");
		assertThat(this.writes.areShown(first, "one")).isFalse();
		assertThat(this.writes.areShown(first, "one and two")).isTrue();
	}

	@Test
	void nextOperationKnowsWhatTheLastOneWrote() {
		StepCall first = holding();
		send(first, "after", StepCalls.success(1));
		release();
		StepCall next = holding();
		assertThat(this.writes.areShown(next, "before")).isFalse();
		assertThat(this.writes.areShown(next, "after")).isTrue();
	}

	@Test
	void operationThatLostTheApplicationSendsNothing() {
		StepCall late = holding();
		release();
		holding();
		assertThatIllegalStateException().isThrownBy(() -> this.writes.send(late, "late", () -> {
			throw new AssertionError("sent");
		}));
		this.writes.look(late, "late");
		assertThat(this.writes.areShown(late, "before")).isTrue();
	}

	private void send(StepCall call, String leaves, Answer<Integer> answer) {
		Supplier<Answer<Integer>> write = () -> {
			assertThat(this.writes.areShown(call, leaves)).as("known before it is sent").isTrue();
			return answer;
		};
		assertThat(this.writes.send(call, leaves, write)).isEqualTo(answer);
	}

	private StepCall holding() {
		OperationId id = this.world.start(new Plan("any", "Reader", "/", List.of(this.step)));
		assertThat(this.world.leases.claim(id, UUID.randomUUID())).isPresent();
		return new StepCall(id, this.step, 1, Map.of(), this.world.ada, UUID.randomUUID(), () -> {
		});
	}

	private void release() {
		this.world.leases.endAll();
	}

	private record Any() implements StepHandler {

		@Override
		public String kind() {
			return "any";
		}

		@Override
		public Repetition repetition() {
			return Repetition.IDEMPOTENT;
		}

		@Override
		public StepOutcome apply(StepCall call) {
			throw new UnsupportedOperationException();
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			throw new UnsupportedOperationException();
		}

	}

}
