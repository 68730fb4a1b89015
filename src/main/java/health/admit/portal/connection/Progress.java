package health.admit.portal.connection;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the report of a running test and tells of every change.
 */
final class Progress {

	private final Consumer<Report> listener;

	private final Clock clock;

	private Report report;

	Progress(List<Step> steps, Clock clock, Consumer<Report> listener) {
		this.report = Report.of(steps);
		this.clock = clock;
		this.listener = listener;
	}

	void begin(Step step, @Nullable SentRequest sent) {
		change(step, (one) -> one.begun(sent, this.clock.instant()));
	}

	void await(Step step, List<Fact> received, @Nullable Trouble trouble, StepReport.Wait wait) {
		change(step, (one) -> one.waiting(received, trouble, wait));
	}

	void pass(Step step, List<Fact> received) {
		change(step, (one) -> one.passed(received, this.clock.instant()));
	}

	void fail(Step step, List<Fact> received, Trouble trouble) {
		change(step, (one) -> one.failed(received, trouble, this.clock.instant()));
	}

	void prompt(Report.@Nullable Prompt prompt) {
		tell(this.report.with(prompt));
	}

	/** Ends the test; what was under way did not pass. */
	void end(Phase phase) {
		Report ended = this.report;
		for (StepReport step : this.report.steps()) {
			ended = ended.with(step.ended(this.clock.instant()));
		}
		tell(ended.with(phase));
	}

	/** Ends the test because of the portal itself. */
	void unexpected() {
		Report ended = this.report;
		for (StepReport step : this.report.steps()) {
			if (step.state() == StepState.RUNNING || step.state() == StepState.WAITING) {
				ended = ended.with(step.failed(List.of(), Trouble.of(Fault.UNEXPECTED), this.clock.instant()));
			}
		}
		tell(ended.with(Phase.FAILED));
	}

	Report report() {
		return this.report;
	}

	private void change(Step step, UnaryOperator<StepReport> change) {
		tell(this.report.with(change.apply(this.report.step(step))));
	}

	private void tell(Report changed) {
		this.report = changed;
		this.listener.accept(changed);
	}

}
