package health.admit.portal.cloud;

import java.time.Duration;

/**
 * Lets time pass between two tries.
 */
@FunctionalInterface
public interface Waiter {

	void pause(Duration time) throws InterruptedException;

}
