package health.admit.portal.inventory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import health.admit.portal.directory.ScanPage;

/**
 * Fetches a few pages while others are being written, so that Graph and the database work
 * at the same time. Never more than {@link #MOST} pages wait.
 */
final class PagesAhead {

	static final int MOST = 5;

	private final Function<@Nullable String, ScanPage> fetch;

	private final Executor executor;

	private final Deque<Ahead> queue = new ArrayDeque<>();

	private @Nullable String following;

	private boolean fetching;

	/** Counts the changes of mind; what was fetched before the last one is forgotten. */
	private int round;

	PagesAhead(Function<@Nullable String, ScanPage> fetch, Executor executor) {
		this.fetch = fetch;
		this.executor = executor;
	}

	/**
	 * The page at a link; waits for it.
	 * @throws RuntimeException what fetching it threw
	 */
	ScanPage page(@Nullable String link) {
		Ahead first = first(link);
		if (first == null) {
			ScanPage page = this.fetch.apply(link);
			goOnAfter(page);
			return page;
		}
		try {
			return first.page().join();
		}
		catch (CompletionException ex) {
			clear();
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
		finally {
			goOn();
		}
	}

	/** The pages after the one that was last taken, as far as they have arrived. */
	List<ScanPage> arrived() {
		List<ScanPage> pages = new ArrayList<>();
		synchronized (this) {
			while (!this.queue.isEmpty() && this.queue.getFirst().hasArrived()) {
				pages.add(this.queue.removeFirst().page().join());
			}
		}
		goOn();
		return pages;
	}

	/** Forgets what was fetched: another page is wanted. */
	synchronized void clear() {
		this.queue.clear();
		this.following = null;
		this.round++;
	}

	private synchronized @Nullable Ahead first(@Nullable String link) {
		Ahead first = this.queue.pollFirst();
		if (first != null && !first.link().equals(link)) {
			clear();
			return null;
		}
		return first;
	}

	private void goOnAfter(ScanPage page) {
		synchronized (this) {
			clear();
			this.following = page.next();
		}
		goOn();
	}

	private void goOn() {
		Ahead next;
		synchronized (this) {
			String link = this.following;
			if (this.fetching || link == null || this.queue.size() >= MOST) {
				return;
			}
			next = new Ahead(link, this.round, new CompletableFuture<>());
			this.queue.addLast(next);
			this.following = null;
			this.fetching = true;
		}
		this.executor.execute(() -> fetch(next));
	}

	private void fetch(Ahead ahead) {
		try {
			ScanPage page = this.fetch.apply(ahead.link());
			arrived(ahead, page.next());
			ahead.page().complete(page);
		}
		catch (RuntimeException | Error ex) {
			arrived(ahead, null);
			ahead.page().completeExceptionally(ex);
		}
		goOn();
	}

	private synchronized void arrived(Ahead ahead, @Nullable String next) {
		this.fetching = false;
		if (ahead.round() == this.round) {
			this.following = next;
		}
	}

	private record Ahead(String link, int round, CompletableFuture<ScanPage> page) {

		boolean hasArrived() {
			return this.page.isDone() && !this.page.isCompletedExceptionally();
		}

	}

}
