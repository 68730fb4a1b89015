package health.admit.portal.expiry;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether and how the credential of a work item is gone.
 *
 * @param since when a complete reading first missed it; null while it is there
 * @param lostAt since when work is open because nothing took its place; null for not lost
 * @param replaced whether the work is closed because a newer credential took its place
 */
record Absence(@Nullable Instant since, @Nullable Instant lostAt, boolean replaced) {

	/** It is there. */
	static final Absence NONE = new Absence(null, null, false);

	/** Nothing takes its place. */
	Absence lost(Instant asOf) {
		return new Absence((this.since != null) ? this.since : asOf, asOf, false);
	}

	/** That it is gone is as it should be. */
	Absence closed(Instant asOf, boolean byNewer) {
		return new Absence((this.since != null) ? this.since : asOf, null, byNewer);
	}

	/** Somebody says that nothing is left to do, whatever took its place. */
	Absence accepted() {
		return new Absence(this.since, null, false);
	}

}
