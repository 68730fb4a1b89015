package health.admit.sandbox.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules for scopes and app roles that an application publishes: what is enabled
 * cannot be taken away.
 */
final class Entitlements {

	private static final String SCOPES = "api/oauth2PermissionScopes";

	private static final String ROLES = "appRoles";

	private static final int LONGEST_VALUE = 120;

	private Entitlements() {
	}

	static void check(ObjectNode before, ObjectNode after) {
		for (String collection : List.of(SCOPES, ROLES)) {
			checkEach(collection, Json.objects(after, collection));
			checkRemoved(Json.objects(before, collection), Json.objects(after, collection));
		}
		Set<String> values = new HashSet<>();
		List<ObjectNode> all = new ArrayList<>(Json.objects(after, SCOPES));
		for (ObjectNode scope : all) {
			if (!values.add(scope.path("value").asString(""))) {
				throw duplicate(SCOPES);
			}
		}
	}

	private static void checkEach(String collection, List<ObjectNode> entitlements) {
		Set<String> ids = new HashSet<>();
		for (ObjectNode each : entitlements) {
			String value = each.path("value").asString("");
			boolean valueFits = value.length() <= LONGEST_VALUE && value.chars().noneMatch(Character::isWhitespace)
					&& (collection.equals(ROLES) || !value.isEmpty());
			boolean typeFits = collection.equals(ROLES) ? roleTypesFit(each)
					: Set.of("User", "Admin").contains(each.path("type").asString("User"));
			if (Json.text(each, "id") == null || !valueFits || !typeFits) {
				throw GraphProblem.invalidValue(collection, "Application");
			}
			if (!ids.add(each.path("id").asString(""))) {
				throw duplicate(collection);
			}
		}
	}

	private static boolean roleTypesFit(ObjectNode role) {
		List<String> types = Json.texts(role, "allowedMemberTypes");
		return !types.isEmpty() && Set.of("User", "Application").containsAll(types)
				&& Json.text(role, "displayName") != null;
	}

	private static void checkRemoved(List<ObjectNode> before, List<ObjectNode> after) {
		Map<String, ObjectNode> remaining = new HashMap<>();
		after.forEach((each) -> remaining.put(each.path("id").asString(""), each));
		for (ObjectNode old : before) {
			ObjectNode now = remaining.get(old.path("id").asString(""));
			boolean enabled = old.path("isEnabled").asBoolean(true);
			boolean renamed = now != null && !now.path("value").equals(old.path("value"));
			if (enabled && (now == null || renamed)) {
				throw GraphProblem.of(400, "CannotDeleteOrUpdateEnabledEntitlement",
						"Permission (scope or role) cannot be deleted or updated unless disabled first.");
			}
		}
	}

	private static GraphProblem duplicate(String collection) {
		return GraphProblem.badProperty("DuplicateValue", collection,
				"It contains duplicate values. Please make sure that every permission has a unique id and value.");
	}

}
