package health.admit.sandbox.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Lag;

import org.springframework.stereotype.Component;

/**
 * How far each copy lags. With several replicas each read goes to a random one, and each
 * replica shows each write at its own moment within the lag, so that what was there can
 * be gone again.
 */
@Component
class LagSettings implements Lag {

	private volatile Settings settings = Settings.NONE;

	private final Random choice = new Random();

	void set(Map<Copy, Duration> lags, int replicas) {
		this.settings = new Settings(Map.copyOf(lags), Math.max(1, replicas));
	}

	/** Makes the choice of replicas repeatable. */
	void seed(long seed) {
		this.choice.setSeed(seed);
	}

	void clear() {
		this.settings = Settings.NONE;
	}

	Map<Copy, Duration> lags() {
		return new EnumMap<>(this.settings.withDefault());
	}

	int replicas() {
		return this.settings.replicas;
	}

	@Override
	public boolean active() {
		return !this.settings.lags.isEmpty();
	}

	@Override
	public Duration of(Copy copy, long write) {
		Settings now = this.settings;
		Duration longest = now.lags.getOrDefault(copy, Duration.ZERO);
		if (now.replicas == 1 || longest.isZero()) {
			return longest;
		}
		int replica = this.choice.nextInt(now.replicas);
		return Duration.ofMillis(new SplittableRandom(write * 31 + replica).nextLong(longest.toMillis() + 1));
	}

	private record Settings(Map<Copy, Duration> lags, int replicas) {

		static final Settings NONE = new Settings(Map.of(), 1);

		Map<Copy, Duration> withDefault() {
			Map<Copy, Duration> all = new EnumMap<>(Copy.class);
			all.put(Copy.MASTER, Duration.ZERO);
			all.putAll(this.lags);
			return all;
		}

	}

}
