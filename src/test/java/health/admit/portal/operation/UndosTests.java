package health.admit.portal.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.operation.StepState.Status;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

@OnEachDatabase
class UndosTests {

	private final List<String> removed = new ArrayList<>();

	private final World world;

	private final DurableOperations operations;

	private final Undos undos;

	private boolean refuses;

	UndosTests(Database database) {
		this.world = new World(database.fresh());
		List<StepHandler> handlers = List.of(new Making("first"), new Making("second"), new Making("third"),
				new Removing());
		this.world.with(handlers);
		this.operations = new DurableOperations(this.world.jdbc, this.world.rows, new Handlers(handlers),
				this.world.trail, mock(Runner.class), this.world.time);
		this.undos = new Undos(this.world.jdbc, this.world.rows,
				new UndoPlanner(List.of(new Removal("first"), new Removal("third"), new Kept("second"))),
				this.operations, this.world.time);
	}

	@Test
	void removesWhatWasMadeLastThingFirst() {
		OperationId id = made("first", "second", "third");
		OperationId undo = start(id).orElseThrow();
		assertThat(this.world.drive(undo).phase()).isEqualTo(Phase.FINISHED);
		assertThat(this.removed).containsExactly("made third", "made first");
		assertThat(this.world.state(undo).plan().title()).isEqualTo("Reader");
	}

	@Test
	void waitsUntilEveryCopyShowsWhatWasMade() {
		OperationId id = made("first");
		OperationId undo = start(id).orElseThrow();
		Instant visible = this.world.state(id).changedAt().plus(Transitions.LAG_WINDOW);
		assertThat(this.world.state(undo).steps()).singleElement().satisfies((step) -> {
			assertThat(step.waitingFor()).isEqualTo("operation.wait.visible");
			assertThat(step.nextTry()).isEqualTo(visible);
		});
		this.world.drive(undo);
		assertThat(this.world.rows.events(undo).get(0).at()).isAfterOrEqualTo(visible);
		OperationId earlier = made("first");
		this.world.time.pause(Transitions.LAG_WINDOW);
		assertThat(this.world.state(start(earlier).orElseThrow()).steps()).singleElement()
			.satisfies((step) -> assertThat(step.nextTry()).isNull());
	}

	@Test
	void namesWhatStays() {
		assertThat(plan(made("first", "second")).orElseThrow().untouched()).singleElement().satisfies((stays) -> {
			assertThat(stays.step().kind()).isEqualTo("second");
			assertThat(stays.reason()).isEqualTo("test.stays");
		});
	}

	@Test
	void nothingToRemoveIsNothingToUndo() {
		assertThat(plan(made("second"))).isEmpty();
		assertThat(start(made("second"))).isEmpty();
	}

	@Test
	void whatWasThereBeforeAndWhatWasNeverSentIsNoPartOfIt() {
		this.refuses = true;
		OperationId id = this.world.start(new Plan("test", "Reader", "/",
				List.of(step("first", PlannedStep.Verb.KEEP), step("second"), step("third"))));
		assertThat(this.world.drive(id).phase()).isEqualTo(Phase.REFUSED);
		assertThat(plan(id)).isEmpty();
	}

	@Test
	void whatMayHaveBeenMadeIsRemovedToo() {
		OperationId id = made("first", "third");
		this.world.jdbc.sql("update operation set phase = 'REFUSED' where id = :id").param("id", id.value()).update();
		this.world.jdbc.sql("update step set status = :status where operation = :id and position = 1")
			.param("status", Status.UNKNOWN.name())
			.param("id", id.value())
			.update();
		assertThat(plan(id).orElseThrow().plan().steps()).extracting(PlannedStep::label)
			.containsExactly("made third", "made first");
	}

	@Test
	void oneOperationIsUndoneOnce() {
		OperationId id = made("first");
		String shown = plan(id).orElseThrow().plan().hash();
		Optional<OperationId> undo = start(id, shown);
		assertThat(start(id, shown)).isEqualTo(undo).isPresent();
		assertThat(this.undos.of(row(id))).isEqualTo(undo);
		assertThat(plan(id)).isEmpty();
		this.world.drive(undo.orElseThrow());
		assertThat(plan(undo.orElseThrow())).isEmpty();
	}

	@Test
	void anotherPlanThanTheOneShownIsNotStarted() {
		OperationId id = made("first");
		assertThat(start(id, "other")).isEmpty();
		assertThat(this.undos.of(row(id))).isEmpty();
	}

	@Test
	void whatIsUnderWayIsNotUndone() {
		OperationId id = this.world.start(new Plan("test", "Reader", "/", List.of(step("first"))));
		assertThat(plan(id)).isEmpty();
		assertThat(start(id, "")).isEmpty();
	}

	@Test
	void whatIsUndoneDoesNotGoOn() {
		OperationId id = this.world.start(new Plan("test", "Reader", "/", List.of(step("first"), step("second"))));
		this.refuses = true;
		assertThat(this.world.drive(id).phase()).isEqualTo(Phase.REFUSED);
		this.refuses = false;
		assertThat(start(id)).isPresent();
		this.world.resume(id, this.world.ada);
		assertThat(this.world.state(id).phase()).isEqualTo(Phase.REFUSED);
	}

	private OperationId made(String... kinds) {
		List<PlannedStep> steps = List.of(kinds).stream().map(UndosTests::step).toList();
		OperationId id = this.world.start(new Plan("test", "Reader", "/", steps));
		assertThat(this.world.drive(id).phase()).isEqualTo(Phase.FINISHED);
		return id;
	}

	private Optional<UndoPlan> plan(OperationId id) {
		return this.undos.plan(row(id));
	}

	private Optional<OperationId> start(OperationId id) {
		return start(id, plan(id).map((undo) -> undo.plan().hash()).orElse(""));
	}

	private Optional<OperationId> start(OperationId id, String shown) {
		return this.world.transactions.execute((status) -> this.undos.start(row(id), shown, this.world.ada));
	}

	private OperationRow row(OperationId id) {
		return this.world.rows.find(id).orElseThrow();
	}

	private static PlannedStep step(String kind) {
		return step(kind, PlannedStep.Verb.CREATE);
	}

	private static PlannedStep step(String kind, PlannedStep.Verb verb) {
		return new PlannedStep(kind, verb, kind, "POST /" + kind, Map.of());
	}

	private record Removal(String kind) implements StepUndo {

		@Override
		public Optional<Undoing> undo(MadeStep made) {
			return made.fact(this.kind)
				.map((fact) -> new Undoing.Removed(
						new PlannedStep("remove", PlannedStep.Verb.CHANGE, fact, "DELETE", Map.of())));
		}

	}

	private record Kept(String kind) implements StepUndo {

		@Override
		public Optional<Undoing> undo(MadeStep made) {
			return Optional.of(new Undoing.Untouched("test.stays"));
		}

	}

	private final class Making implements StepHandler {

		private final String kind;

		private Making(String kind) {
			this.kind = kind;
		}

		@Override
		public String kind() {
			return this.kind;
		}

		@Override
		public Repetition repetition() {
			return Repetition.IDEMPOTENT;
		}

		@Override
		public StepOutcome apply(StepCall call) {
			return (UndosTests.this.refuses && this.kind.equals("second"))
					? new StepOutcome.Refused("Request_BadRequest", "no", null)
					: new StepOutcome.Applied(Map.of(this.kind, "made " + this.kind));
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			throw new UnsupportedOperationException();
		}

	}

	private final class Removing implements StepHandler {

		@Override
		public String kind() {
			return "remove";
		}

		@Override
		public Repetition repetition() {
			return Repetition.IDEMPOTENT;
		}

		@Override
		public StepOutcome apply(StepCall call) {
			UndosTests.this.removed.add(call.step().label());
			return new StepOutcome.Applied(Map.of());
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			throw new UnsupportedOperationException();
		}

	}

}
