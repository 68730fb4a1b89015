package health.admit.portal.kits;

import java.util.Map;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in plain ASCII, for people to read. Pure.
 */
final class JsonText {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
		.build();

	private JsonText() {
	}

	/**
	 * A document of maps, lists, texts, numbers and booleans.
	 */
	static String document(Map<String, ?> members) {
		return JSON.writeValueAsString(members).replace("\r\n", "\n") + "\n";
	}

	/**
	 * A text on one line that neither a REST client nor httpYac finds anything to replace
	 * in.
	 */
	static String comment(String text) {
		return Quoted.units('"', text, (sign) -> (sign == '"') ? "\\\"" : "\\u%04x".formatted(sign))
			.replace("{", "\\u007b")
			.replace("}", "\\u007d");
	}

}
