package health.admit.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds members of JSON bodies that the published description does not know. OData
 * annotations, whose names hold an {@code @}, are not members.
 */
final class GraphMembers {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, Object> description;

	GraphMembers(Map<String, Object> description) {
		this.description = description;
	}

	List<String> strangers(String method, String path, String body, int status, String answer) {
		Map<String, Object> operation = operation(method, path);
		List<String> strangers = new ArrayList<>();
		find(schemaOf(child(operation, "requestBody")), body, "request", strangers);
		find(schemaOf(response(child(operation, "responses"), status)), answer, "answer", strangers);
		return strangers;
	}

	private Map<String, Object> operation(String method, String path) {
		String matched = child(this.description, "paths").keySet()
			.stream()
			.filter((template) -> matches(template, path))
			.min((one, other) -> Integer.compare(count(one), count(other)))
			.orElse("");
		return child(child(child(this.description, "paths"), matched), method.toLowerCase(java.util.Locale.ROOT));
	}

	private static boolean matches(String template, String path) {
		String pattern = Pattern.quote(template).replaceAll("\\{[^}]+}", "\\\\E[^/']+\\\\Q");
		return path.matches(pattern);
	}

	private static int count(String template) {
		return StringUtils.countOccurrencesOf(template, "{");
	}

	private Map<String, Object> response(Map<String, Object> responses, int status) {
		for (String key : List.of(String.valueOf(status), status / 100 + "XX", "default")) {
			if (responses.containsKey(key)) {
				return resolve(child(responses, key));
			}
		}
		return Map.of();
	}

	private Map<String, Object> schemaOf(Map<String, Object> message) {
		return child(child(child(resolve(message), "content"), "application/json"), "schema");
	}

	private void find(Map<String, Object> schema, String text, String where, List<String> strangers) {
		if (!schema.isEmpty() && text != null && text.startsWith("{")) {
			find(parts(schema), JSON.readTree(text), where, strangers);
		}
	}

	private void find(List<Map<String, Object>> declared, JsonNode node, String where, List<String> strangers) {
		List<Map<String, Object>> parts = new ArrayList<>(declared);
		parts.addAll(derived(node));
		if (node.isArray()) {
			List<Map<String, Object>> items = new ArrayList<>();
			parts.forEach((part) -> items.addAll(parts(child(part, "items"))));
			node.forEach((item) -> find(items, item, where + "[]", strangers));
		}
		else if (node.isObject()) {
			Set<String> known = new HashSet<>();
			parts.forEach((part) -> known.addAll(child(part, "properties").keySet()));
			node.propertyStream().filter((member) -> !member.getKey().contains("@")).forEach((member) -> {
				String place = where + "." + member.getKey();
				if (!known.isEmpty() && !known.contains(member.getKey())) {
					strangers.add(place + " is not a member");
				}
				List<Map<String, Object>> inner = new ArrayList<>();
				parts.forEach((part) -> inner.addAll(parts(child(child(part, "properties"), member.getKey()))));
				find(inner, member.getValue(), place, strangers);
			});
		}
	}

	/** The type an object says it is, where any directory object may stand. */
	private List<Map<String, Object>> derived(JsonNode node) {
		String type = node.path("@odata.type").asString("");
		return type.startsWith("#")
				? parts(child(child(child(this.description, "components"), "schemas"), type.substring(1))) : List.of();
	}

	/** A schema and everything it is made of. */
	private List<Map<String, Object>> parts(Map<String, Object> schema) {
		Map<String, Object> resolved = resolve(schema);
		List<Map<String, Object>> parts = new ArrayList<>();
		if (!resolved.isEmpty()) {
			parts.add(resolved);
		}
		for (String combination : List.of("allOf", "anyOf", "oneOf")) {
			if (resolved.get(combination) instanceof List<?> list) {
				list.forEach((part) -> parts.addAll(parts(asMap(part))));
			}
		}
		return parts;
	}

	private Map<String, Object> resolve(Map<String, Object> node) {
		if (node.get("$ref") instanceof String reference) {
			Map<String, Object> target = this.description;
			for (String part : reference.substring(2).split("/")) {
				target = child(target, part);
			}
			return resolve(target);
		}
		return node;
	}

	private static Map<String, Object> child(Map<String, Object> node, String name) {
		return asMap(node.get(name));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> asMap(Object node) {
		return (node instanceof Map<?, ?> map) ? (Map<String, Object>) map : Map.of();
	}

}
