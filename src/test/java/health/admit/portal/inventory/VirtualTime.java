package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;

import health.admit.support.SettableClock;

/**
 * A clock that moves only when somebody waits for it.
 */
final class VirtualTime extends SettableClock implements Waiting {

	VirtualTime() {
		super(Instant.parse("2026-11-23T08:00:00Z"));
	}

	@Override
	public void pause(Duration time) {
		pass(time);
	}

	@Override
	public void check() {
	}

}
