package health.admit.portal.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.microsoft.graph.models.BaseCollectionPaginationCountResponse;
import org.jspecify.annotations.Nullable;

/**
 * Follows the links from page to page. The links are what the server says; that they stay
 * on Graph is checked where every request leaves ({@link CallGate}).
 */
final class Pages {

	/** Against a server whose links never end. */
	private static final int MOST_PAGES = 1000;

	private Pages() {
	}

	/**
	 * Collects items over all pages.
	 * @param fetch reads the first page for null, else the page at the link
	 * @param atMost where to stop
	 */
	static <P extends BaseCollectionPaginationCountResponse, T> List<T> collect(int atMost, Function<Link, P> fetch,
			Function<P, List<T>> items) {
		List<T> all = new ArrayList<>();
		@Nullable String next = null;
		int pages = 0;
		do {
			P page = fetch.apply(new Link(next));
			all.addAll(items.apply(page));
			next = page.getOdataNextLink();
			pages++;
		}
		while (next != null && all.size() < atMost && pages < MOST_PAGES);
		return List.copyOf(all.subList(0, Math.min(all.size(), atMost)));
	}

	/**
	 * Where a page is.
	 *
	 * @param url null for the first page
	 */
	record Link(@Nullable String url) {

		/**
		 * The request builder for this page.
		 */
		<B> B from(B first, Function<String, B> withUrl) {
			return (this.url != null) ? withUrl.apply(this.url) : first;
		}

	}

}
