package health.admit.portal.operation;

import java.util.Map;
import java.util.TreeMap;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans and facts as they are stored.
 */
final class OperationJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {
	};

	private OperationJson() {
	}

	static String plan(Plan plan) {
		return MAPPER.writeValueAsString(plan);
	}

	static Plan plan(String text) {
		return MAPPER.readValue(text, Plan.class);
	}

	static String facts(Map<String, String> facts) {
		return MAPPER.writeValueAsString(new TreeMap<>(facts));
	}

	static Map<String, String> facts(String text) {
		return Map.copyOf(MAPPER.readValue(text, FACTS));
	}

}
