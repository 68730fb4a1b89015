package health.admit.portal.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that moves only when somebody waits for it.
 */
final class VirtualTime extends Clock implements Waiting {

	private Instant now = Instant.parse("2026-11-23T08:00:00Z");

	@Override
	public void pause(Duration time) {
		pass(time);
	}

	@Override
	public void check() {
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
