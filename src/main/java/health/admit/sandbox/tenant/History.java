package health.admit.sandbox.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Earlier versions of what was written lately, so that a copy which lags can still show
 * them. Nothing is kept while no copy lags.
 */
final class History {

	private static final Duration LONGEST_LAG = Duration.ofMinutes(30);

	private final Clock clock;

	private final Lag lag;

	private final Map<UUID, Deque<Version>> versions = new HashMap<>();

	History(Clock clock, Lag lag) {
		this.clock = clock;
		this.lag = lag;
	}

	void written(UUID id, long write, @Nullable Item before) {
		Instant now = this.clock.instant();
		if (!this.lag.active()) {
			this.versions.remove(id);
			return;
		}
		Deque<Version> known = this.versions.computeIfAbsent(id, (key) -> new ArrayDeque<>());
		known.removeIf((version) -> version.at.isBefore(now.minus(LONGEST_LAG)));
		known.addFirst(new Version(write, now, before));
	}

	/** What a copy shows of an object whose newest version is given. */
	Optional<Item> seen(UUID id, @Nullable Item newest, Copy copy) {
		Item candidate = newest;
		if (copy != Copy.MASTER && this.lag.active() && this.versions.containsKey(id)) {
			Instant now = this.clock.instant();
			Iterator<Version> earlier = this.versions.get(id).iterator();
			while (earlier.hasNext()) {
				Version version = earlier.next();
				if (!now.isBefore(version.at.plus(this.lag.of(copy, version.write)))) {
					break;
				}
				candidate = version.before;
			}
		}
		return Optional.ofNullable(candidate);
	}

	boolean isEmpty() {
		return this.versions.isEmpty();
	}

	void clear() {
		this.versions.clear();
	}

	private record Version(long write, Instant at, @Nullable Item before) {
	}

}
