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
import java.util.function.Supplier;

import health.admit.portal.cloud.SecretValue;

/**
 * A directory with several copies that lag behind, and a network that loses answers. All
 * chance comes from one seed.
 */
final class FakeCloud {

	private static final int COPIES = 3;

	private static final String FOREIGN = "foreign";

	private final List<Thing> things = new ArrayList<>();

	private final Random random;

	private final Clock clock;

	private final double faults;

	private final Duration lag;

	private final Consumer<UUID> beforeWrite;

	private int writes;

	boolean libraryRepeats;

	FakeCloud(long seed, Clock clock, double faults, Duration lag, Consumer<UUID> beforeWrite) {
		// Neighbouring seeds of java.util.Random start with nearly the same number.
		this.random = new Random(seed * 0x9E3779B97F4A7C15L);
		this.clock = clock;
		this.faults = faults;
		this.lag = lag;
		this.beforeWrite = beforeWrite;
	}

	/**
	 * Makes a thing, unless one with the same key is there.
	 * @param key null for things without one
	 */
	StepOutcome create(String kind, String key, String name, UUID clientRequestId) {
		return call(clientRequestId, () -> {
			Thing there = (key != null) ? find(kind, key) : null;
			if (there == null) {
				there = new Thing(kind, key, name, UUID.randomUUID(), copies());
				this.things.add(there);
			}
			return there;
		});
	}

	/**
	 * A thing that was there before and is none of our business.
	 */
	void somebodyElses(String kind, String name) {
		List<Instant> always = List.of(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
		this.things.add(new Thing(kind, FOREIGN, name, UUID.randomUUID(), always));
	}

	/**
	 * Asks one copy, whichever answers.
	 */
	List<Thing> list(String kind) {
		if (this.random.nextDouble() < this.faults / 2) {
			throw new IllegalStateException("503");
		}
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
	 * Everything of ours that is really there.
	 */
	List<Thing> really(String kind) {
		return this.things.stream()
			.filter((thing) -> thing.kind().equals(kind) && !FOREIGN.equals(thing.key()))
			.toList();
	}

	int writes() {
		return this.writes;
	}

	private StepOutcome call(UUID clientRequestId, Supplier<Thing> write) {
		this.beforeWrite.accept(clientRequestId);
		this.writes++;
		if (this.random.nextDouble() >= this.faults) {
			return applied(write.get());
		}
		switch (this.random.nextInt(8)) {
			case 0:
				return new StepOutcome.NotYet("operation.wait.throttled", Duration.ofSeconds(this.random.nextInt(30)),
						"TooManyRequests", "", null);
			case 1:
				return new StepOutcome.NotYet("operation.wait.replication", null, "Request_ResourceNotFound", "", null);
			case 2:
				return new StepOutcome.Unknown("503", null);
			case 3:
				throw new Crash();
			case 4:
				write.get();
				throw new Crash();
			case 5:
				write.get();
				throw new IllegalStateException("answer cut");
			default:
				Thing made = write.get();
				if (this.libraryRepeats) {
					made = write.get();
					return applied(made);
				}
				return new StepOutcome.Unknown("504", null);
		}
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
