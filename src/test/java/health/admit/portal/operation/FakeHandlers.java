package health.admit.portal.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import health.admit.portal.operation.FakeCloud.Thing;

/**
 * Handlers for the fake cloud: an application with a natural key, a service principal
 * that must be looked for, and a secret that nothing identifies but its marker.
 */
final class FakeHandlers {

	private FakeHandlers() {
	}

	static List<StepHandler> of(FakeCloud cloud) {
		return List.of(new Application(cloud), new Principal(cloud), new Secret(cloud));
	}

	static Plan plan() {
		return new Plan("registration", "Reader", "/registrations/{id}/result",
				List.of(step("application"), step("principal"), step("secret")));
	}

	static PlannedStep step(String kind) {
		return new PlannedStep(kind, PlannedStep.Verb.CREATE, "Reader", "POST /" + kind, Map.of());
	}

	private record Application(FakeCloud cloud) implements StepHandler {

		@Override
		public String kind() {
			return "application";
		}

		@Override
		public Repetition repetition() {
			return Repetition.IDEMPOTENT;
		}

		@Override
		public StepOutcome apply(StepCall call) {
			return this.cloud.create("application", call.operation().uniqueName(), "Reader", call.clientRequestId());
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			return adopt(
					this.cloud.list("application").stream().filter((thing) -> thing.name().equals("Reader")).toList());
		}

	}

	private record Principal(FakeCloud cloud) implements StepHandler {

		@Override
		public String kind() {
			return "principal";
		}

		@Override
		public Repetition repetition() {
			return Repetition.WHEN_ABSENT;
		}

		@Override
		public StepOutcome apply(StepCall call) {
			return this.cloud.create("principal", null, call.fact("application"), call.clientRequestId());
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			return adopt(this.cloud.list("principal")
				.stream()
				.filter((thing) -> thing.name().equals(call.fact("application")))
				.toList());
		}

	}

	private record Secret(FakeCloud cloud) implements StepHandler {

		@Override
		public String kind() {
			return "secret";
		}

		@Override
		public Repetition repetition() {
			return Repetition.UNDER_NEW_MARKER;
		}

		@Override
		public StepOutcome apply(StepCall call) {
			return this.cloud.create("secret", null, call.marker(), call.clientRequestId());
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			return new StepOutcome.NotYet("operation.wait.replication", null, "", "", null);
		}

		@Override
		public boolean settle(StepCall call) {
			List<Thing> strays = new ArrayList<>(this.cloud.list("secret"));
			strays.removeIf((thing) -> !thing.name().startsWith("admit:" + call.operation())
					|| thing.id().toString().equals(call.fact("secret")));
			strays.stream().limit(1).forEach((stray) -> this.cloud.remove(stray, call.clientRequestId()));
			return strays.isEmpty();
		}

	}

	private static StepOutcome adopt(List<Thing> found) {
		return found.isEmpty() ? new StepOutcome.NotYet("operation.wait.replication", null, "", "", null)
				: new StepOutcome.Applied(Map.of(found.get(0).kind(), found.get(0).id().toString()));
	}

}
