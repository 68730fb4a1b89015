package health.admit.sandbox.graph;

import java.util.Map;
import java.util.Set;

import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Moments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members a resource type has, written as a document whose values are types:
 * {@code "string"}, {@code ["string"]}, a nested object and so on. A default after a bar
 * ({@code "string|Allow"}) is what an object shows that never set the member.
 */
final class Schema {

	private final String resource;

	private final ObjectNode types;

	private final ObjectNode defaults;

	Schema(String resource, String types) {
		this.resource = resource;
		this.types = (ObjectNode) Json.read(types);
		this.defaults = defaultsOf(this.types);
	}

	/** Refuses unknown members and values of the wrong type. */
	void check(ObjectNode document) {
		check(document, this.types, "");
	}

	Set<String> properties() {
		return Set.copyOf(this.types.propertyNames());
	}

	/** Adds the default members, in the order of the schema. */
	ObjectNode expand(ObjectNode document) {
		ObjectNode whole = this.defaults.deepCopy();
		Merge.into(whole, document);
		return whole;
	}

	/** The same for some members alone; for all of them when none is named. */
	ObjectNode expand(ObjectNode document, Set<String> wanted) {
		if (wanted.isEmpty()) {
			return expand(document);
		}
		ObjectNode some = Json.object();
		for (Map.Entry<String, JsonNode> member : this.defaults.properties()) {
			if (wanted.contains(member.getKey())) {
				some.set(member.getKey(), member.getValue().deepCopy());
			}
		}
		Merge.into(some, document.retain(wanted));
		return some;
	}

	/** Removes what {@link #expand} would add again. */
	ObjectNode strip(ObjectNode document) {
		return strip(document, this.defaults);
	}

	private static ObjectNode strip(ObjectNode document, ObjectNode defaults) {
		ObjectNode kept = Json.object();
		for (Map.Entry<String, JsonNode> member : document.properties()) {
			JsonNode usual = defaults.path(member.getKey());
			if (member.getValue() instanceof ObjectNode nested && usual instanceof ObjectNode usualNested) {
				ObjectNode rest = strip(nested, usualNested);
				if (!rest.isEmpty()) {
					kept.set(member.getKey(), rest);
				}
			}
			else if (!member.getValue().equals(usual) && !(member.getValue().isNull() && usual.isMissingNode())) {
				kept.set(member.getKey(), member.getValue());
			}
		}
		return kept;
	}

	private void check(ObjectNode document, ObjectNode types, String path) {
		for (Map.Entry<String, JsonNode> member : document.properties()) {
			String name = member.getKey();
			if (name.contains("@odata.")) {
				continue;
			}
			if (!types.has(name)) {
				throw GraphProblem.badProperty("InvalidProperty", path + name, "Invalid property '" + name + "'.");
			}
			checkValue(member.getValue(), types.path(name), path + name);
		}
	}

	private void checkValue(JsonNode value, JsonNode type, String path) {
		if (value.isNull()) {
			return;
		}
		if (type instanceof ObjectNode nested) {
			if (!(value instanceof ObjectNode object)) {
				throw GraphProblem.invalidValue(path, this.resource);
			}
			check(object, nested, path + "/");
		}
		else if (type instanceof ArrayNode) {
			if (!(value instanceof ArrayNode)) {
				throw GraphProblem.invalidValue(path, this.resource);
			}
			for (JsonNode element : value) {
				if (element.isNull()) {
					throw GraphProblem.invalidValue(path, this.resource);
				}
				checkValue(element, type.path(0), path);
			}
		}
		else if (!fits(value, word(type))) {
			throw GraphProblem.invalidValue(path, this.resource);
		}
	}

	private static boolean fits(JsonNode value, String type) {
		return switch (type) {
			case "string" -> value.isString();
			case "boolean" -> value.isBoolean();
			case "int" -> value.isInt();
			case "guid" -> value.isString() && Ids.parse(value.stringValue()) != null;
			case "date" -> value.isString() && Moments.read(value.stringValue()) != null;
			case "any" -> true;
			default -> throw new IllegalStateException("Unknown type " + type);
		};
	}

	private static ObjectNode defaultsOf(ObjectNode types) {
		ObjectNode defaults = Json.object();
		for (Map.Entry<String, JsonNode> member : types.properties()) {
			defaults.set(member.getKey(), defaultOf(member.getValue()));
		}
		return defaults;
	}

	private static JsonNode defaultOf(JsonNode type) {
		if (type instanceof ObjectNode nested) {
			return nested.has("@null") ? Json.object().nullNode() : defaultsOf(nested);
		}
		if (type instanceof ArrayNode) {
			return Json.array();
		}
		String text = type.stringValue();
		int bar = text.indexOf('|');
		return (bar < 0) ? Json.object().nullNode() : Json.read(text.substring(bar + 1));
	}

	private static String word(JsonNode type) {
		return type.stringValue().split("\\|", 2)[0];
	}

}
