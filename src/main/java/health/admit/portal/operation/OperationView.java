package health.admit.portal.operation;

import java.time.Instant;
import java.util.List;

import health.admit.portal.signin.Person;
import org.jspecify.annotations.Nullable;

/**
 * An operation as its page and the list show it.
 *
 * @param title hostile input
 * @param phase name of the constant of {@link OperationState.Phase}
 * @param summary one sentence on where it stands
 * @param seen changes when anything else here does
 * @param goesOnWith whose permissions it uses, when they are not those of who started it
 * @param need what it takes to go on; null when that is not up to somebody else than the
 * reader
 * @param result address of the outcome; null unless finished, and for those who may not
 * open it
 * @param note what else to know once it is finished; null for nothing
 * @param warnings what its steps found that somebody should know; hostile input
 * @param review where to decide again what was refused; null where trying again is the
 * way
 */
record OperationView(String id, String title, String phase, String phaseText, String summary, String seen,
		Person startedBy, @Nullable Person goesOnWith, Instant startedAt, Instant changedAt, List<StepLine> steps,
		@Nullable String need, @Nullable String result, @Nullable String note, List<String> warnings,
		@Nullable Review review) {

	public boolean running() {
		return "RUNNING".equals(this.phase);
	}

	public boolean parked() {
		return "PARKED".equals(this.phase);
	}

	public boolean refused() {
		return "REFUSED".equals(this.phase);
	}

	/**
	 * A page on which to decide again.
	 *
	 * @param text of the link
	 */
	record Review(String href, String text) {
	}

}
