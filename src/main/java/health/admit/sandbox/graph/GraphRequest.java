package health.admit.sandbox.graph;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import health.admit.sandbox.oidc.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call to Graph, single or out of a batch.
 *
 * @param root version root as the caller sees it, such as
 * {@code http://localhost:8081/v1.0}
 * @param path raw path below the version
 * @param keys the keys in the path, in order
 * @param headers names in lower case
 */
record GraphRequest(String method, String root, String path, List<Key> keys, Query query, Map<String, String> headers,
		@Nullable ObjectNode body, Caller caller) {

	Key key(int index) {
		return this.keys.get(index);
	}

	@Nullable String header(String name) {
		return this.headers.get(name.toLowerCase(Locale.ROOT));
	}

	boolean eventual() {
		return "eventual".equalsIgnoreCase(header("ConsistencyLevel"));
	}

	boolean createIfMissing() {
		String prefer = header("Prefer");
		return prefer != null && prefer.replace(" ", "").toLowerCase(Locale.ROOT).contains("create-if-missing");
	}

	/** The body, which the operation cannot do without. */
	ObjectNode object() {
		if (this.body == null) {
			throw GraphProblem.badRequest("Empty Payload. JSON content expected.");
		}
		return this.body;
	}

}
