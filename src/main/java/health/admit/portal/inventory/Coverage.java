package health.admit.portal.inventory;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whether a newer credential of the same object has taken over: one that is no trust in
 * another issuer, is valid, started later or at the same moment, and ends later.
 */
final class Coverage {

	private Coverage() {
	}

	/**
	 * When the first such credential that has not ended becomes valid.
	 * @return perhaps in the future; null for never
	 */
	static @Nullable Instant from(Held held, List<Held> all, Instant now) {
		Instant first = null;
		for (Held other : all) {
			if (takesOver(other, held, now)) {
				Instant start = start(other);
				first = (first == null || start.isBefore(first)) ? start : first;
			}
		}
		return first;
	}

	private static boolean takesOver(Held other, Held held, Instant now) {
		return held.ends() != null && other.kind() != CredentialKind.FEDERATED && other.endsAfter(now)
				&& other.endsAfter(held.ends()) && !start(other).isBefore(start(held));
	}

	/** A credential without a beginning was always valid. */
	private static Instant start(Held held) {
		return (held.starts() != null) ? held.starts() : Instant.EPOCH;
	}

}
