package health.admit.sandbox.graph;

import tools.jackson.databind.JsonNode;

/**
 * What a filter looks at.
 */
@FunctionalInterface
interface Row {

	/** The value at a path such as {@code web/logoutUrl}; a missing node when unset. */
	JsonNode at(String path);

}
