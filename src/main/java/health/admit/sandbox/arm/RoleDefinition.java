package health.admit.sandbox.arm;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.AzureId;
import health.admit.sandbox.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A built-in role: what it allows on resources and on the data in them. Actions may hold
 * {@code *}.
 */
record RoleDefinition(UUID id, String name, String description, List<String> actions, List<String> notActions,
		List<String> dataActions, List<String> notDataActions) {

	boolean allows(String action) {
		return any(this.actions, action) && !any(this.notActions, action);
	}

	boolean allowsData(String action) {
		return any(this.dataActions, action) && !any(this.notDataActions, action);
	}

	/** The id under this scope, which knows no more of it than the subscription. */
	String idAt(AzureId scope) {
		@Nullable String subscription = scope.subscription();
		return ((subscription != null) ? "/subscriptions/" + subscription : "")
				+ "/providers/Microsoft.Authorization/roleDefinitions/" + this.id;
	}

	ObjectNode describe(AzureId scope) {
		ObjectNode properties = Json.object()
			.put("roleName", this.name)
			.put("type", "BuiltInRole")
			.put("description", this.description);
		properties.putArray("assignableScopes").add("/");
		properties.putArray("permissions").add(permissions());
		properties.put("createdOn", "2015-02-02T21:55:09.8806423Z")
			.put("updatedOn", "2026-01-14T15:12:04.5519041Z")
			.putNull("createdBy")
			.putNull("updatedBy");
		ObjectNode definition = Json.object();
		definition.set("properties", properties);
		return definition.put("id", idAt(scope))
			.put("type", "Microsoft.Authorization/roleDefinitions")
			.put("name", this.id.toString());
	}

	ObjectNode permissions() {
		ObjectNode permissions = Json.object();
		add(permissions.putArray("actions"), this.actions);
		add(permissions.putArray("notActions"), this.notActions);
		add(permissions.putArray("dataActions"), this.dataActions);
		add(permissions.putArray("notDataActions"), this.notDataActions);
		return permissions;
	}

	private static void add(ArrayNode array, List<String> texts) {
		texts.forEach(array::add);
	}

	private static boolean any(List<String> patterns, String action) {
		return patterns.stream()
			.map((pattern) -> Pattern.quote(pattern).replace("*", "\\E.*\\Q"))
			.anyMatch((pattern) -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(action).matches());
	}

}
