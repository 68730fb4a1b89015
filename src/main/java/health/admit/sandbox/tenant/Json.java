package health.admit.sandbox.tenant;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reading and writing the documents of the store.
 */
public final class Json {

	private static final JsonMapper MAPPER = new JsonMapper();

	private Json() {
	}

	public static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	public static ArrayNode array() {
		return JsonNodeFactory.instance.arrayNode();
	}

	public static byte[] bytes(JsonNode node) {
		return MAPPER.writeValueAsBytes(node);
	}

	/**
	 * Reads any JSON value.
	 * @throws tools.jackson.core.JacksonException when it is none
	 */
	public static JsonNode read(byte[] json) {
		return MAPPER.readTree(json);
	}

	public static JsonNode read(String json) {
		return MAPPER.readTree(json);
	}

	static ObjectNode readObject(byte[] json) {
		return (ObjectNode) MAPPER.readTree(json);
	}

	/** The text at a path such as {@code web/logoutUrl}, or null. */
	public static @Nullable String text(JsonNode node, String path) {
		JsonNode value = node.at("/" + path);
		return value.isString() ? value.stringValue() : null;
	}

	/** The texts of the array at a path; empty when there is none. */
	public static List<String> texts(JsonNode node, String path) {
		List<String> texts = new ArrayList<>();
		for (JsonNode value : node.at("/" + path)) {
			if (value.isString()) {
				texts.add(value.stringValue());
			}
		}
		return texts;
	}

	/** The objects of the array at a path; empty when there is none. */
	public static List<ObjectNode> objects(JsonNode node, String path) {
		List<ObjectNode> objects = new ArrayList<>();
		for (JsonNode value : node.at("/" + path)) {
			if (value instanceof ObjectNode object) {
				objects.add(object);
			}
		}
		return objects;
	}

}
