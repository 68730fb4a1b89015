package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What has to be read of a source.
 */
enum Due {

	/** Nothing. */
	NOTHING,

	/** The rest of a reading that was left unfinished. */
	REST,

	/** What changed since the last look. */
	CHANGES,

	/** All of it. */
	EVERYTHING;

	/** After a sign-in that had ended, the next request tries again no sooner. */
	private static final Duration NEXT_PERSON = Duration.ofSeconds(20);

	/** A full pass that is older was not made this night. */
	private static final Duration LAST_NIGHT = Duration.ofHours(12);

	/** What is due at this moment without being asked for. */
	static Due of(Reading reading, InventoryProperties properties, Instant now) {
		Freshness.Trouble trouble = reading.trouble();
		if (trouble != null) {
			Duration rest = (trouble.cause() == Freshness.Cause.SIGN_IN_ENDED) ? NEXT_PERSON
					: properties.refreshAfter();
			if (now.isBefore(trouble.at().plus(rest)) && reading.waitingUntil() == null) {
				return NOTHING;
			}
		}
		Due asked = asked(reading, properties, now);
		Reading.Known known = reading.known();
		boolean wanted = asked == REST || known.fullAt() == null || known.gap()
				|| old(known.fullAt(), properties.fullAfter(), now)
				|| old(known.asOf(), properties.refreshAfter(), now);
		return wanted ? asked : NOTHING;
	}

	/** The same at night, when nobody minds a full pass. */
	static Due atNight(Reading reading, InventoryProperties properties, Instant now) {
		boolean full = reading.phase() == Phase.IDLE && old(reading.known().fullAt(), LAST_NIGHT, now);
		Due due = of(reading, properties, now);
		return (full && reading.known().isSound()) ? EVERYTHING : due;
	}

	private static boolean old(@Nullable Instant moment, Duration most, Instant now) {
		return moment == null || !now.isBefore(moment.plus(most));
	}

	/** What to read when somebody asks for it. */
	static Due asked(Reading reading, InventoryProperties properties, Instant now) {
		if (reading.phase() != Phase.IDLE) {
			return REST;
		}
		Instant fullAt = reading.known().fullAt();
		if (fullAt == null || reading.changes() == null || reading.known().gap()
				|| old(fullAt, properties.fullAfter(), now)) {
			return EVERYTHING;
		}
		return CHANGES;
	}

	/** What to read when somebody asks for everything. */
	static Due everything(Reading reading) {
		return reading.phase().isFull() ? REST : EVERYTHING;
	}

}
