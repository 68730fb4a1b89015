package health.admit.portal.connection;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A test in words: all that is kept of it.
 *
 * @param prompt what a person has to do on another page; null when nothing
 */
record Report(Phase phase, List<StepReport> steps, @Nullable Prompt prompt) {

	Report {
		steps = List.copyOf(steps);
	}

	static Report of(List<Step> steps) {
		return new Report(Phase.RUNNING, steps.stream().map(StepReport::pending).toList(), null);
	}

	StepReport step(Step step) {
		return this.steps.stream().filter((one) -> one.step() == step).findFirst().orElseThrow();
	}

	Report with(StepReport changed) {
		List<StepReport> all = new ArrayList<>(this.steps);
		all.replaceAll((one) -> (one.step() == changed.step()) ? changed : one);
		return new Report(this.phase, all, this.prompt);
	}

	Report with(Phase newPhase) {
		return new Report(newPhase, this.steps, null);
	}

	Report with(@Nullable Prompt newPrompt) {
		return new Report(this.phase, this.steps, newPrompt);
	}

	/**
	 * What a person has to do on another page.
	 *
	 * @param page the address
	 * @param userCode what to type there
	 */
	record Prompt(String page, String userCode) {
	}

}
