package health.admit.sandbox.faults;

import java.time.Duration;

import org.springframework.stereotype.Component;

/**
 * Waits. A class of its own so that tests need not.
 */
@Component
class Waiting {

	void sleep(Duration length) {
		try {
			Thread.sleep(length.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
