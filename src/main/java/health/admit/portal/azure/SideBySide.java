package health.admit.portal.azure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs several reads at once, a few at a time for the whole portal.
 */
final class SideBySide implements AutoCloseable {

	private final ExecutorService threads;

	private final Duration within;

	SideBySide(int most, Duration within) {
		this.threads = Executors.newFixedThreadPool(most, (task) -> {
			Thread thread = new Thread(task, "azure-reads");
			thread.setDaemon(true);
			return thread;
		});
		this.within = within;
	}

	/**
	 * The results in the order of the tasks.
	 */
	<T> List<T> all(List<Task<T>> tasks) {
		List<Callable<T>> calls = tasks.stream().<Callable<T>>map((task) -> task.read()::get).toList();
		try {
			List<Future<T>> futures = this.threads.invokeAll(calls, this.within.toMillis(), TimeUnit.MILLISECONDS);
			List<T> results = new ArrayList<>();
			for (int i = 0; i < futures.size(); i++) {
				results.add(result(futures.get(i), tasks.get(i)));
			}
			return results;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return tasks.stream().map((task) -> task.late().get()).toList();
		}
	}

	private static <T> T result(Future<T> future, Task<T> task) throws InterruptedException {
		try {
			return future.get();
		}
		catch (CancellationException ex) {
			return task.late().get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new IllegalStateException(ex.getCause());
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	/**
	 * One read.
	 *
	 * @param late what stands for it where it was not done in time
	 */
	record Task<T>(Supplier<T> read, Supplier<T> late) {
	}

}
