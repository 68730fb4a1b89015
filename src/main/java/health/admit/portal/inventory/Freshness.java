package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How much of the tenant the index holds and since when. Every page, export, metric and
 * mail that speaks of "all" says this with it.
 *
 * @param parts what is known of each source that is switched on, in the order in which
 * they are read
 * @param asOf the moment the index was last equal to the tenant; null while it never was
 * @param activity what is being read now; null for nothing
 */
public record Freshness(Completeness completeness, List<Part> parts, long credentials, @Nullable Instant asOf,
		@Nullable Activity activity) {

	private static final Duration OLD = Duration.ofHours(48);

	public Freshness {
		parts = List.copyOf(parts);
	}

	/** Application objects in the index. */
	public long applications() {
		return part(Source.APPLICATION).map(Part::objects).orElse(0L);
	}

	/** Service principals in the index; null where they are not read. */
	public @Nullable Long principals() {
		return part(Source.SERVICE_PRINCIPAL).map(Part::objects).orElse(null);
	}

	/** The first part whose last reading ended early or waits. */
	public Optional<Part> troubled() {
		return this.parts.stream().filter((part) -> part.trouble() != null).findFirst();
	}

	/** Why the last reading ended early or waits; null for none. */
	public @Nullable Trouble trouble() {
		return troubled().map(Part::trouble).orElse(null);
	}

	Optional<Part> part(Source source) {
		return this.parts.stream().filter((part) -> part.source() == source).findFirst();
	}

	/**
	 * What is known of one source.
	 *
	 * @param objects of this source in the index
	 * @param trouble why its last reading ended early or waits; null for none
	 */
	public record Part(Source source, Completeness completeness, long objects, @Nullable Trouble trouble) {
	}

	/**
	 * Whether the index was last equal to the tenant so long ago that whoever cannot look
	 * at it, such as the reader of a mail or of a calendar, has to be told.
	 */
	public boolean isOld(Instant now) {
		return this.asOf != null && this.asOf.isBefore(now.minus(OLD));
	}

	/**
	 * A reading that is under way.
	 *
	 * @param full all objects of the source; otherwise only what changed
	 * @param expected objects there are according to Graph; 0 for unknown
	 * @param waitingUntil when the next try is due; null while it reads
	 */
	public record Activity(Source source, boolean full, int pages, long read, long expected, Instant startedAt,
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

		/** Graph counts more objects than it listed. */
		COUNT_DIFFERS,

		/** The portal itself could not write the index. */
		NOT_STORED

	}

}
