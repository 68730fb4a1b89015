package health.admit.portal.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.operation.StepLine.JournalLine;
import health.admit.portal.operation.StepState.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts operations into words.
 */
@Component
class OperationViews {

	private final OperationTexts texts;

	private final Clock clock;

	OperationViews(OperationTexts texts, Clock clock) {
		this.texts = texts;
		this.clock = clock;
	}

	OperationView view(OperationRow row, List<StepEvent> events) {
		OperationState state = row.state();
		List<StepLine> steps = new ArrayList<>();
		for (int position = 0; position < state.steps().size(); position++) {
			steps.add(line(state.steps().get(position), row.phase(), journal(events, position)));
		}
		UUID operator = row.delegation().operator();
		return new OperationView(row.id().toString(), title(row.plan()), row.phase().name(), this.texts.of(row.phase()),
				summary(state), Long.toString(row.changedAt().toEpochMilli()), row.startedBy().toString(),
				operator.equals(row.startedBy()) ? null : operator.toString(), row.startedAt(), row.changedAt(), steps,
				(row.phase() == Phase.FINISHED) ? row.plan().resultPath().replace("{id}", row.id().toString()) : null);
	}

	private String title(Plan plan) {
		return this.texts.getOr("operation.kind." + plan.kind(), plan.title(), plan.title());
	}

	private String summary(OperationState state) {
		long done = state.steps().stream().filter((step) -> step.status() == Status.APPLIED).count();
		return this.texts.get("operation.summary." + state.phase().name(), done, state.steps().size());
	}

	private StepLine line(StepState step, Phase phase, List<JournalLine> journal) {
		PlannedStep planned = step.step();
		String title = this.texts.getOr("operation.step." + planned.kind(), planned.label(), planned.label());
		String why = this.texts.getOr("operation.step." + planned.kind() + ".why", "", planned.label());
		boolean refused = step.status() == Status.REFUSED;
		return new StepLine(step.status().name(), this.texts.of(step.status()), title, why,
				(phase == Phase.RUNNING) ? waiting(step) : null, step.nextTry(), refused ? explanation(step) : null,
				refused ? step.code() : null, refused ? step.message() : null, journal);
	}

	/**
	 * Such as "The directory copy is not there yet. Try 4 of 36, next in 5 s."
	 */
	private @Nullable String waiting(StepState step) {
		String cause = step.waitingFor();
		Instant next = step.nextTry();
		if (cause == null || next == null) {
			return null;
		}
		long seconds = Math.max(0, Duration.between(this.clock.instant(), next).toSeconds());
		String what = this.texts.getOr(cause, this.texts.get("operation.wait"));
		return (step.tries() == 0) ? what + " " + this.texts.get("operation.wait.next", seconds)
				: what + " " + this.texts.get("operation.wait.try", step.tries(), step.triesAtMost(), seconds);
	}

	private String explanation(StepState step) {
		String label = step.step().label();
		return (step.code() == null || step.code().isEmpty()) ? this.texts.get("operation.refused", label) : this.texts
			.getOr("operation.refused." + step.code(), this.texts.get("operation.refused", label), label);
	}

	private List<JournalLine> journal(List<StepEvent> events, int position) {
		return events.stream()
			.filter((event) -> event.position() == position)
			.map((event) -> new JournalLine(event.at(),
					this.texts.get("operation.event." + event.kind().name(), event.attempt()),
					(event.clientRequestId() != null) ? event.clientRequestId().toString() : null, event.requestId(),
					event.code()))
			.toList();
	}

}
