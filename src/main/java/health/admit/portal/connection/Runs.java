package health.admit.portal.connection;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.thread.Threading;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.stereotype.Component;

/**
 * Threads that test in the background. When the portal stops, tests end: their
 * credentials must not outlive it.
 */
@Component
class Runs implements SmartLifecycle {

	/** Tests under way at one time per node; most of them only wait. */
	private static final int AT_MOST = 32;

	private static final Duration SLICE = Duration.ofSeconds(1);

	private static final Logger logger = LoggerFactory.getLogger(Runs.class);

	private final TestRows rows;

	private final SimpleAsyncTaskExecutor threads;

	private volatile CountDownLatch stop = new CountDownLatch(1);

	private volatile boolean started;

	Runs(TestRows rows, Environment environment) {
		this.rows = rows;
		this.threads = new SimpleAsyncTaskExecutor("connection-");
		this.threads.setDaemon(true);
		this.threads.setVirtualThreads(Threading.VIRTUAL.isActive(environment));
		this.threads.setConcurrencyLimit(AT_MOST);
		this.threads.setRejectTasksWhenLimitReached(true);
	}

	/**
	 * Starts work in the background.
	 * @return whether there was room for it
	 */
	boolean start(Runnable work) {
		try {
			this.threads.execute(() -> run(work));
			return true;
		}
		catch (TaskRejectedException ex) {
			return false;
		}
	}

	/** How one test waits: it looks every second whether its operator still wants it. */
	Waiting waiting(UUID test) {
		return (time) -> {
			for (Duration left = time; !left.isNegative() && !left.isZero(); left = left.minus(SLICE)) {
				if (!this.rows.beat(test)) {
					throw new Waiting.Stopped(Phase.STOPPED);
				}
				rest((left.compareTo(SLICE) < 0) ? left : SLICE);
			}
		};
	}

	@Override
	public void start() {
		this.stop = new CountDownLatch(1);
		this.started = true;
	}

	@Override
	public void stop() {
		this.started = false;
		this.stop.countDown();
	}

	@Override
	public boolean isRunning() {
		return this.started;
	}

	private void rest(Duration time) {
		try {
			if (this.stop.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new Waiting.Stopped(Phase.LOST);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Waiting.Stopped(Phase.LOST);
		}
	}

	private static void run(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			// The exception could quote what was sent; its kind says enough.
			logger.error("A connection test ended with {}", ex.getClass().getName());
		}
	}

}
