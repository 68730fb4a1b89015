package health.admit.portal.inventory;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.thread.Threading;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Threads that read in the background, one for each task of a tenant. When the portal
 * stops, pages under way are written and holds given up.
 */
@Component
class Background implements SmartLifecycle, Executor {

	private static final Duration GRACE = Duration.ofSeconds(20);

	private static final Logger logger = LoggerFactory.getLogger(Background.class);

	private final Set<String> running = ConcurrentHashMap.newKeySet();

	private final SimpleAsyncTaskExecutor threads;

	private final Holds holds;

	private final RealWaiting waiting;

	/** Whether the database is a file that only this process can have open. */
	private final boolean alone;

	private volatile boolean started;

	Background(Holds holds, RealWaiting waiting, Environment environment) {
		this.holds = holds;
		this.waiting = waiting;
		String database = environment.getProperty("spring.datasource.url", "");
		this.alone = database.startsWith("jdbc:h2:file:") && !database.contains("AUTO_SERVER");
		this.threads = new SimpleAsyncTaskExecutor("inventory-");
		this.threads.setDaemon(true);
		this.threads.setVirtualThreads(Threading.VIRTUAL.isActive(environment));
	}

	/**
	 * Does the task of a tenant in the background, unless it is under way on this node.
	 */
	void start(String task, UUID tenant, Runnable work) {
		String name = task + " " + tenant;
		if (this.started && this.running.add(name)) {
			this.threads.execute(() -> run(name, work));
		}
	}

	boolean isUnderWay(String task, UUID tenant) {
		return this.running.contains(task + " " + tenant);
	}

	@Override
	public void execute(Runnable work) {
		this.threads.execute(work);
	}

	@Override
	public void start() {
		if (this.alone) {
			this.holds.endAll();
		}
		this.waiting.allow();
		this.started = true;
	}

	@Override
	public void stop() {
		this.started = false;
		this.waiting.wakeAll();
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

	private void run(String name, Runnable work) {
		try {
			work.run();
		}
		catch (Waiting.Stopping ex) {
			logger.info("Stopped: {}", name);
		}
		catch (RuntimeException ex) {
			logger.error("Cannot go on with {}", name, ex);
		}
		finally {
			synchronized (this.running) {
				this.running.remove(name);
				this.running.notifyAll();
			}
		}
	}

}
