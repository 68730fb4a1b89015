package health.admit.portal.directory;

import com.microsoft.kiota.BaseRequestConfiguration;

/**
 * Marks a query as one that Graph answers from its search index, which it does only when
 * told that a slightly old answer will do.
 *
 * @see <a href= "https://learn.microsoft.com/graph/aad-advanced-queries">Advanced queries
 * on directory objects</a>
 */
final class Advanced {

	private Advanced() {
	}

	static void on(BaseRequestConfiguration request) {
		request.headers.add("ConsistencyLevel", "eventual");
	}

}
