package health.admit.sandbox.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers ids until they are out of time anyway.
 */
class UsedOnce {

	private final Map<UUID, Instant> used = new ConcurrentHashMap<>();

	private final Duration memory;

	UsedOnce(Duration memory) {
		this.memory = memory;
	}

	/** True the first time an id is seen. */
	boolean first(UUID id, Instant now) {
		this.used.values().removeIf((seen) -> seen.plus(this.memory).isBefore(now));
		return this.used.putIfAbsent(id, now) == null;
	}

}
