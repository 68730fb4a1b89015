package health.admit.sandbox.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time of the sandbox, which can be moved to see what has expired tomorrow.
 */
public final class AdjustableClock extends Clock {

	private final Clock base;

	private volatile Duration offset = Duration.ZERO;

	public AdjustableClock(Clock base) {
		this.base = base;
	}

	/** Moves the time relative to the real one. */
	public void offset(Duration offset) {
		this.offset = offset;
	}

	public Duration offset() {
		return this.offset;
	}

	@Override
	public Instant instant() {
		return this.base.instant().plus(this.offset);
	}

	@Override
	public ZoneId getZone() {
		return this.base.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new AdjustableClock(this.base.withZone(zone));
	}

}
