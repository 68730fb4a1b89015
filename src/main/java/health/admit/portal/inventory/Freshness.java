package health.admit.portal.inventory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How much of the tenant the index holds and since when. Every page, export, metric and
 * mail that speaks of "all" says this with it.
 *
 * @param asOf the moment the index was last equal to the tenant; null while it never was
 * @param activity what is being read now; null for nothing
 * @param trouble why the last reading ended early or waits; null for none
 */
public record Freshness(Completeness completeness, long applications, long credentials, @Nullable Instant asOf,
		@Nullable Activity activity, @Nullable Trouble trouble) {

	/**
	 * A reading that is under way.
	 *
	 * @param full all applications; otherwise only what changed
	 * @param expected applications there are according to Graph; 0 for unknown
	 * @param waitingUntil when the next try is due; null while it reads
	 */
	public record Activity(boolean full, int pages, long read, long expected, Instant startedAt,
			@Nullable Instant waitingUntil) {
	}

	/**
	 * Why a reading stopped.
	 *
	 * @param cause what the pages say about it
	 * @param code of Graph or of Entra; empty for none
	 * @param words what the service said, hostile input when shown; may be empty
	 * @param requestId for Microsoft support; empty for none
	 */
	public record Trouble(Cause cause, String code, String words, String requestId, Instant at) {
	}

	/**
	 * What stops a reading.
	 */
	public enum Cause {

		/** Graph refused: a role or scope is missing. */
		REFUSED,

		/** Graph stayed busy or away through all tries. */
		UNAVAILABLE,

		/** Whoever's sign-in was used has left; the next person's goes on. */
		SIGN_IN_ENDED,

		/** Graph counts more applications than it listed. */
		COUNT_DIFFERS,

		/** The portal itself could not write the index. */
		NOT_STORED

	}

}
