package health.admit.sandbox.graph;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Graph answers.
 *
 * @param text a plain text body, as {@code $count} has
 */
record GraphAnswer(int status, Map<String, String> headers, @Nullable ObjectNode body, @Nullable String text) {

	static GraphAnswer ok(ObjectNode body) {
		return new GraphAnswer(200, Map.of(), body, null);
	}

	static GraphAnswer created(ObjectNode body, String location) {
		return new GraphAnswer(201, Map.of("Location", location), body, null);
	}

	static GraphAnswer noContent() {
		return new GraphAnswer(204, Map.of(), null, null);
	}

	static GraphAnswer text(String text) {
		return new GraphAnswer(200, Map.of(), null, text);
	}

}
