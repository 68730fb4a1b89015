package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How near the end of a credential is, in full days of 24 hours. The bands follow each
 * other in time.
 */
public enum Band {

	EXPIRED(0), WEEK(7), MONTH(30), TWO_MONTHS(60), QUARTER(90), LATER(null), NO_END(null);

	private final @Nullable Duration before;

	Band(@Nullable Integer days) {
		this.before = (days != null) ? Duration.ofDays(days) : null;
	}

	/**
	 * The band of an end.
	 * @param ends null for a credential without an end
	 */
	public static Band of(@Nullable Instant ends, Instant now) {
		if (ends == null) {
			return NO_END;
		}
		for (Band band : values()) {
			if (band.before != null && !ends.isAfter(now.plus(band.before))) {
				return band;
			}
		}
		return LATER;
	}

	/**
	 * The last moment of this band, inclusive; null for those that go on.
	 */
	public @Nullable Instant until(Instant now) {
		return (this.before != null) ? now.plus(this.before) : null;
	}

}
