package health.admit.portal.directory;

import java.time.Duration;

/**
 * Lets time pass between two tries.
 */
@FunctionalInterface
interface Waiter {

	void pause(Duration time) throws InterruptedException;

}
