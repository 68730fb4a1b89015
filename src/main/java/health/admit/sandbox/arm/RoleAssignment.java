package health.admit.sandbox.arm;

import java.util.UUID;

import health.admit.sandbox.tenant.AzureId;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A role of a principal at a scope, and at everything below.
 *
 * @param name its id under the scope
 * @param document the properties as they are kept
 */
record RoleAssignment(UUID name, AzureId scope, UUID role, UUID principal, ObjectNode document) {

	static RoleAssignment of(Item item) {
		ObjectNode document = item.json();
		return new RoleAssignment(item.id(), new AzureId(document.path("scope").asString()),
				UUID.fromString(document.path("roleId").asString()),
				UUID.fromString(document.path("principalId").asString()), document);
	}

	ObjectNode describe() {
		ObjectNode properties = Json.object()
			.put("roleDefinitionId",
					((this.scope.subscription() != null) ? "/subscriptions/" + this.scope.subscription() : "")
							+ "/providers/Microsoft.Authorization/roleDefinitions/" + this.role)
			.put("principalId", this.principal.toString())
			.put("principalType", Json.text(this.document, "principalType"))
			.put("scope", this.scope.text())
			.putNull("condition")
			.putNull("conditionVersion")
			.put("createdOn", Json.text(this.document, "createdOn"))
			.put("updatedOn", Json.text(this.document, "updatedOn"))
			.put("createdBy", Json.text(this.document, "createdBy"))
			.put("updatedBy", Json.text(this.document, "createdBy"))
			.putNull("delegatedManagedIdentityResourceId")
			.put("description", Json.text(this.document, "description"));
		ObjectNode assignment = Json.object();
		assignment.set("properties", properties);
		String prefix = this.scope.equals(AzureId.ROOT) ? "" : this.scope.text();
		return assignment.put("id", prefix + "/providers/Microsoft.Authorization/roleAssignments/" + this.name)
			.put("type", "Microsoft.Authorization/roleAssignments")
			.put("name", this.name.toString());
	}

}
