package health.admit.portal.azure;

import java.util.List;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * Reads JSON that may hold anything anywhere.
 */
final class Json {

	private static final int LONGEST = 2048;

	private Json() {
	}

	/** A text member; empty where there is none. */
	static String text(JsonNode node, String... path) {
		JsonNode at = node;
		for (String name : path) {
			at = at.path(name);
		}
		String text = at.isString() ? at.stringValue() : "";
		return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST);
	}

	/** The members of a list; empty where there is none. */
	static List<JsonNode> items(JsonNode list) {
		return list.isArray() ? StreamSupport.stream(list.spliterator(), false).toList() : List.of();
	}

	/** The texts in a list. */
	static List<String> texts(JsonNode list) {
		return items(list).stream().filter(JsonNode::isString).map(JsonNode::stringValue).toList();
	}

}
