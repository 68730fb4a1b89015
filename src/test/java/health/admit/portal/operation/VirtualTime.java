package health.admit.portal.operation;

import java.time.Duration;
import java.time.Instant;

import health.admit.support.SettableClock;

/**
 * A clock that moves only when somebody waits for it.
 */
class VirtualTime extends SettableClock implements Pause {

	private Runnable meanwhile = () -> {
	};

	VirtualTime() {
		this(Instant.parse("2026-11-23T08:00:00Z"));
	}

	VirtualTime(Instant start) {
		super(start);
	}

	/**
	 * What else happens whenever somebody waits.
	 */
	void whilePausing(Runnable meanwhile) {
		this.meanwhile = meanwhile;
	}

	@Override
	public void pause(Duration time) {
		this.meanwhile.run();
		pass(time);
	}

}
