package health.admit.portal.connection;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One step of a test in words. It holds neither a credential nor a token.
 *
 * @param sent what was asked last; null before
 * @param received what came back last
 * @param trouble why it does not pass, or not yet
 * @param waitingFor when it is tried again; null while nothing is waited for
 * @param began null before
 * @param millis how long it took, with all waiting; 0 before it is over
 */
record StepReport(Step step, StepState state, @Nullable SentRequest sent, List<Fact> received,
		@Nullable Trouble trouble, @Nullable Wait waitingFor, @Nullable Instant began, long millis) {

	StepReport {
		received = List.copyOf(received);
	}

	static StepReport pending(Step step) {
		return new StepReport(step, StepState.PENDING, null, List.of(), null, null, null, 0);
	}

	StepReport begun(@Nullable SentRequest request, Instant now) {
		return new StepReport(this.step, StepState.RUNNING, request, List.of(), null, null,
				(this.began != null) ? this.began : now, 0);
	}

	StepReport waiting(List<Fact> facts, @Nullable Trouble why, Wait until) {
		return new StepReport(this.step, StepState.WAITING, this.sent, facts, why, until, this.began, 0);
	}

	StepReport passed(List<Fact> facts, Instant now) {
		return new StepReport(this.step, StepState.PASSED, this.sent, facts, null, null, this.began, took(now));
	}

	StepReport failed(List<Fact> facts, Trouble why, Instant now) {
		return new StepReport(this.step, StepState.FAILED, this.sent, facts, why, null, this.began, took(now));
	}

	/** The same when nobody waits any longer: what was in the way stays. */
	StepReport ended(Instant now) {
		boolean open = this.state == StepState.RUNNING || this.state == StepState.WAITING;
		return open ? new StepReport(this.step, StepState.FAILED, this.sent, this.received, this.trouble, null,
				this.began, took(now)) : this;
	}

	private long took(Instant now) {
		return (this.began != null) ? Math.max(0, now.toEpochMilli() - this.began.toEpochMilli()) : 0;
	}

	/**
	 * What is waited for.
	 *
	 * @param what message key
	 * @param next when it is tried again
	 * @param until when it is given up
	 * @param tries how often it was tried
	 */
	record Wait(String what, Instant next, Instant until, int tries) {
	}

}
