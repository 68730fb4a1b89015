package health.admit.portal.expiry;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One line of the history of a work item.
 *
 * @param version of the item as this left it
 * @param who object id; null for the portal itself
 * @param text note, reason or ticket, hostile input when shown
 */
record WorkLine(int version, Instant at, @Nullable UUID who, WorkEvent what, @Nullable String text,
		@Nullable Instant until) {
}
