package health.admit.portal.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that moves only when somebody waits for it.
 */
final class VirtualTime extends Clock implements Pause {

	private Instant now = Instant.parse("2026-11-23T08:00:00Z");

	private Runnable meanwhile = () -> {
	};

	/**
	 * What else happens whenever somebody waits.
	 */
	void whilePausing(Runnable meanwhile) {
		this.meanwhile = meanwhile;
	}

	@Override
	public void pause(Duration time) {
		this.meanwhile.run();
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
