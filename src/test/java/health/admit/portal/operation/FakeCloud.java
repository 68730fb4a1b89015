package health.admit.portal.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

import health.admit.portal.cloud.SecretValue;

/**
 * A directory with several copies that lag behind. All chance comes from one seed.
 */
final class FakeCloud {

	private static final int COPIES = 3;

	private final List<Thing> things = new ArrayList<>();

	private final Random random;

	private final Clock clock;

	private final Duration lag;

	private final Consumer<UUID> beforeWrite;

	private int writes;

	FakeCloud(long seed, Clock clock, Duration lag, Consumer<UUID> beforeWrite) {
		// Neighbouring seeds of java.util.Random start with nearly the same number.
		this.random = new Random(seed * 0x9E3779B97F4A7C15L);
		this.clock = clock;
		this.lag = lag;
		this.beforeWrite = beforeWrite;
	}

	/**
	 * Makes a thing, unless one with the same key is there.
	 * @param key null for things without one
	 */
	StepOutcome create(String kind, String key, String name, UUID clientRequestId) {
		this.beforeWrite.accept(clientRequestId);
		this.writes++;
		Thing there = (key != null) ? find(kind, key) : null;
		if (there == null) {
			there = new Thing(kind, key, name, UUID.randomUUID(), copies());
			this.things.add(there);
		}
		return applied(there);
	}

	/**
	 * Asks one copy, whichever answers.
	 */
	List<Thing> list(String kind) {
		int copy = this.random.nextInt(COPIES);
		return this.things.stream()
			.filter((thing) -> thing.kind().equals(kind) && !thing.visible().get(copy).isAfter(this.clock.instant()))
			.toList();
	}

	void remove(Thing thing, UUID clientRequestId) {
		this.beforeWrite.accept(clientRequestId);
		this.writes++;
		this.things.remove(thing);
	}

	/**
	 * Everything that is really there.
	 */
	List<Thing> really(String kind) {
		return this.things.stream().filter((thing) -> thing.kind().equals(kind)).toList();
	}

	int writes() {
		return this.writes;
	}

	private StepOutcome applied(Thing thing) {
		return new StepOutcome.Applied(Map.of(thing.kind(), thing.id().toString()),
				"secret".equals(thing.kind()) ? new SecretValue("text of " + thing.id()) : null, "request");
	}

	private Thing find(String kind, String key) {
		return really(kind).stream().filter((thing) -> key.equals(thing.key())).findFirst().orElse(null);
	}

	private List<Instant> copies() {
		List<Instant> visible = new ArrayList<>();
		for (int copy = 0; copy < COPIES; copy++) {
			visible.add(this.clock.instant().plusMillis((long) (this.random.nextDouble() * this.lag.toMillis())));
		}
		return visible;
	}

	record Thing(String kind, String key, String name, UUID id, List<Instant> visible) {
	}

}
