package health.admit.portal.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code claims} parameter of requests to Entra.
 */
final class Claims {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Map<String, ?> CP1 = Map.of("values", List.of("cp1"));

	private Claims() {
	}

	/**
	 * Says that the portal can answer claims challenges.
	 */
	static String capabilities() {
		return JSON.writeValueAsString(Map.of("access_token", Map.of("xms_cc", CP1)));
	}

	/**
	 * The same together with what a challenge asks for.
	 * @param challenge decoded JSON; anything else is left out
	 */
	static String answering(@Nullable String challenge) {
		if (challenge == null) {
			return capabilities();
		}
		try {
			Map<String, Object> all = members(JSON.readValue(challenge, Map.class));
			Map<String, Object> access = members(all.get("access_token"));
			access.put("xms_cc", CP1);
			all.put("access_token", access);
			return JSON.writeValueAsString(all);
		}
		catch (JacksonException ex) {
			return capabilities();
		}
	}

	private static Map<String, Object> members(@Nullable Object value) {
		Map<String, Object> members = new LinkedHashMap<>();
		if (value instanceof Map<?, ?> map) {
			map.forEach((name, member) -> members.put(String.valueOf(name), member));
		}
		return members;
	}

}
