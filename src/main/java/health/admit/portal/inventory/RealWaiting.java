package health.admit.portal.inventory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/**
 * Waits in real time, and wakes everybody when the portal stops.
 */
@Component
class RealWaiting implements Waiting {

	private volatile CountDownLatch stop = new CountDownLatch(1);

	@Override
	public void pause(Duration time) {
		try {
			if (this.stop.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new Stopping();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Stopping();
		}
	}

	@Override
	public void check() {
		if (this.stop.getCount() == 0 || Thread.currentThread().isInterrupted()) {
			throw new Stopping();
		}
	}

	void allow() {
		this.stop = new CountDownLatch(1);
	}

	void wakeAll() {
		this.stop.countDown();
	}

}
