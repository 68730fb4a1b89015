package health.admit.portal.operation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One step on the progress page.
 *
 * @param state name of the constant of {@link StepState.Status}
 * @param waiting what is waited for, with the count of tries; null for nothing
 * @param explanation what a refusal means and what to do; null when not refused
 * @param words what the service said; hostile input
 * @param journal what happened so far
 */
record StepLine(String state, String stateText, String title, String why, @Nullable String waiting,
		@Nullable Instant nextTry, @Nullable String explanation, @Nullable String code, @Nullable String words,
		List<JournalLine> journal) {

	/**
	 * One line of the journal, for support.
	 *
	 * @param words what the service said; hostile input
	 */
	record JournalLine(Instant at, String text, @Nullable String clientRequestId, @Nullable String requestId,
			@Nullable String code, @Nullable String words) {
	}

}
