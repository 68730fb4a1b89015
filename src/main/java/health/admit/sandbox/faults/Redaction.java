package health.admit.sandbox.faults;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes secrets out of bodies before they are logged.
 */
final class Redaction {

	private static final String HIDDEN = "[redacted]";

	private static final Set<String> SECRET = Set.of("secretText", "client_secret", "client_assertion", "access_token",
			"refresh_token", "id_token", "code", "device_code", "code_verifier", "proof");

	private static final Pattern FIELD = Pattern.compile("(^|&)(" + String.join("|", SECRET) + ")=[^&]*");

	private Redaction() {
	}

	static String of(String body) {
		String text = body.strip();
		if (!text.startsWith("{") && !text.startsWith("[")) {
			return FIELD.matcher(body)
				.replaceAll("$1$2=" + Pattern.quote(HIDDEN).replace("\\Q", "").replace("\\E", ""));
		}
		try {
			JsonNode json = Json.read(text);
			hide(json);
			return json.toString();
		}
		catch (JacksonException ex) {
			return HIDDEN;
		}
	}

	private static void hide(JsonNode node) {
		if (node instanceof ObjectNode object) {
			for (Map.Entry<String, JsonNode> member : object.properties()) {
				boolean text = member.getValue().isString();
				// An error has a code too, and that one is wanted.
				boolean errorCode = member.getKey().equals("code") && object.has("message");
				if (text && SECRET.contains(member.getKey()) && !errorCode) {
					member.setValue(Json.object().stringNode(HIDDEN));
				}
				else {
					hide(member.getValue());
				}
			}
		}
		else {
			node.forEach(Redaction::hide);
		}
	}

}
