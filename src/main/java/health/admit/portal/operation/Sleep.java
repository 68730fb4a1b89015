package health.admit.portal.operation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/**
 * Waits in real time, and wakes everybody when the portal stops.
 */
@Component
class Sleep implements Pause {

	private volatile CountDownLatch stop = new CountDownLatch(1);

	@Override
	public void pause(Duration time) {
		try {
			this.stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	boolean stopping() {
		return this.stop.getCount() == 0 || Thread.currentThread().isInterrupted();
	}

	void wakeAll() {
		this.stop.countDown();
	}

	void allow() {
		this.stop = new CountDownLatch(1);
	}

}
