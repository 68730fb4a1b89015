package health.admit.portal.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/**
 * Virtual time of several threads: it passes only when all of them wait, and only until
 * the first need not wait any longer. So nobody is overtaken in the middle of a call.
 */
final class SharedTime extends VirtualTime {

	private final PriorityQueue<Instant> waiting = new PriorityQueue<>();

	private int awake;

	SharedTime(Instant start) {
		super(start);
	}

	/** From now on these many threads have to wait before time passes. */
	synchronized void begin(int threads) {
		this.awake = threads;
	}

	/** One of the threads is done. */
	synchronized void end() {
		this.awake--;
		passIfAllWait();
	}

	@Override
	public synchronized void pause(Duration time) {
		Instant until = instant().plus(time);
		this.waiting.add(until);
		this.awake--;
		passIfAllWait();
		try {
			while (instant().isBefore(until)) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		this.waiting.remove(until);
		this.awake++;
	}

	private void passIfAllWait() {
		Instant first = this.waiting.peek();
		if (this.awake <= 0 && first != null && instant().isBefore(first)) {
			pass(Duration.between(instant(), first));
			notifyAll();
		}
	}

}
