package health.admit.sandbox.graph;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What PATCH means to Graph: members of complex values are changed one by one,
 * collections and simple values are replaced, and what is not named stays.
 */
final class Merge {

	private Merge() {
	}

	static void into(ObjectNode target, ObjectNode change) {
		for (Map.Entry<String, JsonNode> member : change.properties()) {
			if (member.getKey().contains("@odata.")) {
				continue;
			}
			JsonNode value = member.getValue();
			if (value instanceof ObjectNode complex) {
				ObjectNode present = (target.get(member.getKey()) instanceof ObjectNode existing) ? existing
						: target.putObject(member.getKey());
				into(present, complex);
			}
			else {
				target.set(member.getKey(), value);
			}
		}
	}

}
