package health.admit.portal.inventory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Where a row stands in an order.
 *
 * @param value of the column sorted by: an {@link OffsetDateTime} or a {@link String}
 */
record Place(Object value, UUID objectId, UUID keyId) {

	CredentialKey key() {
		return new CredentialKey(this.objectId, this.keyId);
	}

	Position position(Sorting sorting, boolean back) {
		String text = (this.value instanceof OffsetDateTime time) ? String.valueOf(micros(time.toInstant()))
				: this.value.toString();
		return new Position(list(sorting), back, text, this.objectId, this.keyId);
	}

	/** What positions in this order are marked with. */
	static char list(Sorting sorting) {
		return Character.forDigit(sorting.ordinal(), Character.MAX_RADIX);
	}

	private static long micros(Instant instant) {
		return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(instant.getNano());
	}

}
