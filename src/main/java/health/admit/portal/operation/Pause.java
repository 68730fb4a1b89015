package health.admit.portal.operation;

import java.time.Duration;

/**
 * Waits. Tests let virtual time pass instead.
 */
@FunctionalInterface
interface Pause {

	/**
	 * Returns after the given time, or earlier when the portal is about to stop.
	 */
	void pause(Duration time);

}
