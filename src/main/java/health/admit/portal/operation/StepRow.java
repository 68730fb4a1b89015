package health.admit.portal.operation;

import java.time.Instant;
import java.util.UUID;

import health.admit.portal.operation.StepState.Status;
import org.jspecify.annotations.Nullable;

/**
 * Where a step stands, as stored. Parked and refused are states of the operation: the
 * step keeps what it has to go on with.
 *
 * @param cleanLooks looks in a row that found no leftovers
 */
record StepRow(int position, PlannedStep planned, Status status, Sent sent, Wait pending, Said said, int cleanLooks) {

	/**
	 * A step that nothing was done for yet. What is kept as it is, is done.
	 */
	static StepRow planned(int position, PlannedStep planned) {
		Status status = (planned.verb() == PlannedStep.Verb.KEEP) ? Status.APPLIED : Status.PENDING;
		return new StepRow(position, planned, status, Sent.NEVER, Wait.NONE, Said.NOTHING, 0);
	}

	StepRow sending(UUID clientRequestId, Instant now) {
		return new StepRow(this.position, this.planned, Status.RUNNING, this.sent.again(clientRequestId, now),
				this.pending.over(), this.said, 0);
	}

	StepRow leftNothing() {
		return new StepRow(this.position, this.planned, this.status, this.sent.leftNothing(), this.pending, this.said,
				this.cleanLooks);
	}

	StepRow done(Status next, Wait wait, @Nullable String requestId) {
		return new StepRow(this.position, this.planned, next, this.sent, wait, new Said(null, null, requestId), 0);
	}

	StepRow waiting(Status next, Wait wait, Said said) {
		return new StepRow(this.position, this.planned, next, this.sent, wait, said, 0);
	}

	StepRow cleanLook(Wait wait) {
		return new StepRow(this.position, this.planned, this.status, this.sent, wait, this.said, this.cleanLooks + 1);
	}

	StepState state(Status shown) {
		return new StepState(this.planned, shown, this.sent.attempt(), this.pending.cause(), this.pending.until(),
				this.pending.tries(), this.pending.triesAtMost(), this.said.code(), this.said.message(),
				this.said.requestId());
	}

	/**
	 * What was sent so far.
	 *
	 * @param attempt number of the last attempt whose intent was committed; 0 for none
	 * @param sends attempts that may have left something behind
	 * @param at when the last attempt was sent
	 */
	record Sent(int attempt, int sends, @Nullable UUID clientRequestId, @Nullable Instant at) {

		static final Sent NEVER = new Sent(0, 0, null, null);

		Sent again(UUID clientRequestId, Instant now) {
			return new Sent(this.attempt + 1, this.sends + 1, clientRequestId, now);
		}

		Sent leftNothing() {
			return new Sent(this.attempt, Math.max(0, this.sends - 1), this.clientRequestId, this.at);
		}

	}

	/**
	 * What is waited for.
	 *
	 * @param cause message key; the last one while nothing is waited for
	 * @param until when the next try is due
	 * @param tries failed tries in a row for this cause
	 */
	record Wait(@Nullable String cause, @Nullable Instant until, int tries, int triesAtMost) {

		static final Wait NONE = new Wait(null, null, 0, Backoff.TRIES);

		static Wait once(String cause, Instant until) {
			return new Wait(cause, until, 0, Backoff.TRIES);
		}

		Wait over() {
			return new Wait(this.cause, null, this.tries, this.triesAtMost);
		}

		/**
		 * How many tries will have failed for this cause if one more does.
		 */
		int triesWith(String next) {
			return next.equals(this.cause) ? this.tries + 1 : 1;
		}

	}

	/**
	 * What the service said last.
	 *
	 * @param message the service's words; hostile input when shown
	 */
	record Said(@Nullable String code, @Nullable String message, @Nullable String requestId) {

		static final Said NOTHING = new Said(null, null, null);

	}

}
