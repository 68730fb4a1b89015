package health.admit.portal.expiry;

import java.time.Instant;
import java.util.List;

import health.admit.portal.inventory.WorkState;
import health.admit.portal.signin.Person;
import org.jspecify.annotations.Nullable;

/**
 * The work on a credential, for its page.
 *
 * @param state name of the constant of {@link WorkState}
 * @param ticket hostile input when shown
 */
record WorkView(int version, String state, String tag, @Nullable Person assignee, @Nullable String ticket,
		@Nullable Instant snoozedUntil, List<Line> history) {

	public boolean mine() {
		return this.assignee != null && this.assignee.you() && taken();
	}

	/** Whether somebody has it, put off or not. */
	public boolean taken() {
		return this.assignee != null && !done();
	}

	public boolean snoozed() {
		return is(WorkState.SNOOZED);
	}

	public boolean done() {
		return is(WorkState.DONE);
	}

	private boolean is(WorkState other) {
		return other.name().equals(this.state);
	}

	/**
	 * One line of the history.
	 *
	 * @param who null for the portal itself
	 * @param what name of the constant of {@link WorkEvent}
	 * @param text hostile input when shown; may be empty
	 */
	record Line(int version, Instant at, @Nullable Person who, String what, String text, @Nullable Instant until) {
	}

}
