package health.admit.portal.operation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.boot.thread.Threading;
import org.springframework.stereotype.Component;

/**
 * Runs operations in the background, and every few seconds takes over those that nobody
 * carries on: after a crash, a lost node or a wait for the same application. When the
 * portal stops, calls under way end and leases are given up.
 */
@Component
class Runner implements SmartLifecycle {

	/** Operations under way at one time per node; most of them only wait. */
	private static final int AT_MOST = 64;

	private static final Duration SWEEP = Duration.ofSeconds(5);

	private static final Duration GRACE = Duration.ofSeconds(25);

	private static final Logger logger = LoggerFactory.getLogger(Runner.class);

	/** Names this process among the nodes; new with each start. */
	private final UUID node = UUID.randomUUID();

	private final Set<OperationId> running = ConcurrentHashMap.newKeySet();

	private final Engine engine;

	private final Sleep sleep;

	private final SimpleAsyncTaskExecutor threads;

	/** Whether the database is a file that only this process can have open. */
	private final boolean alone;

	private volatile boolean started;

	Runner(Engine engine, Sleep sleep, Environment environment) {
		this.engine = engine;
		this.sleep = sleep;
		String database = environment.getProperty("spring.datasource.url", "");
		this.alone = database.startsWith("jdbc:h2:file:") && !database.contains("AUTO_SERVER");
		this.threads = new SimpleAsyncTaskExecutor("operation-");
		this.threads.setDaemon(true);
		this.threads.setVirtualThreads(Threading.VIRTUAL.isActive(environment));
		this.threads.setConcurrencyLimit(AT_MOST);
		this.threads.setRejectTasksWhenLimitReached(true);
	}

	/**
	 * Carries an operation on in the background, unless this node does already.
	 */
	void carryOn(OperationId id) {
		if (!this.started || !this.running.add(id)) {
			return;
		}
		try {
			this.threads.execute(() -> run(id));
		}
		catch (TaskRejectedException ex) {
			done(id);
			logger.info("Operation {} waits for a free place", id);
		}
	}

	@Override
	public void start() {
		if (this.alone) {
			this.engine.leases().endAll();
		}
		this.sleep.allow();
		this.started = true;
		Thread sweeper = new Thread(this::sweepUntilStopped, "operation-sweeper");
		sweeper.setDaemon(true);
		sweeper.start();
	}

	@Override
	public void stop() {
		this.started = false;
		this.sleep.wakeAll();
		long deadline = System.nanoTime() + GRACE.toNanos();
		synchronized (this.running) {
			long left = deadline - System.nanoTime();
			while (!this.running.isEmpty() && left > 0) {
				try {
					TimeUnit.NANOSECONDS.timedWait(this.running, left);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					return;
				}
				left = deadline - System.nanoTime();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.started;
	}

	private void run(OperationId id) {
		try {
			Optional<Lease> lease = this.engine.leases().claim(id, this.node);
			if (lease.isPresent()) {
				new OperationRun(lease.get(), this.engine, this.sleep::stopping).run();
			}
		}
		catch (LeaseLost ex) {
			logger.info("{}", ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("Operation {} stopped; it is taken up again when its lease ends", id, ex);
		}
		finally {
			done(id);
		}
	}

	private void done(OperationId id) {
		synchronized (this.running) {
			this.running.remove(id);
			this.running.notifyAll();
		}
	}

	private void sweepUntilStopped() {
		while (this.started) {
			try {
				this.engine.rows().abandoned(this.engine.clock().instant()).forEach(this::carryOn);
			}
			catch (RuntimeException ex) {
				logger.error("Cannot look for abandoned operations", ex);
			}
			this.sleep.pause(SWEEP);
		}
	}

}
