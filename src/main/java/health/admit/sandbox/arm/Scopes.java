package health.admit.sandbox.arm;

import health.admit.sandbox.tenant.AzureId;
import health.admit.sandbox.tenant.AzureResources;
import health.admit.sandbox.tenant.Ids;

import org.springframework.stereotype.Component;

/**
 * Checks what a path names.
 */
@Component
class Scopes {

	private final AzureResources resources;

	Scopes(AzureResources resources) {
		this.resources = resources;
	}

	/** Refuses what does not exist, naming the outermost thing that is missing. */
	AzureResources.Resource requireExisting(AzureId id) {
		String subscription = id.subscription();
		if (subscription != null) {
			AzureId outer = new AzureId("/subscriptions/" + subscription);
			requirePresent(outer);
			if (id.resourceGroup() != null) {
				requirePresent(new AzureId(outer + "/resourceGroups/" + id.resourceGroup()));
			}
		}
		AzureId parent = id.parent();
		if (parent != null && this.resources.find(parent).isEmpty()) {
			throw ArmProblem.of(404, "ParentResourceNotFound",
					"Failed to perform 'read' on resource(s) of type '"
							+ id.type().substring(id.type().indexOf('/') + 1) + "', because the parent resource '"
							+ parent + "' could not be found.");
		}
		return requirePresent(id);
	}

	/** Refuses a subscription id that cannot be one. */
	static void requireSubscriptionId(AzureId id) {
		String subscription = id.subscription();
		if (subscription != null && Ids.parse(subscription) == null) {
			throw ArmProblem.badRequest("InvalidSubscriptionId",
					"The provided subscription identifier '" + subscription + "' is malformed or invalid.");
		}
	}

	private AzureResources.Resource requirePresent(AzureId id) {
		return this.resources.find(id).orElseThrow(() -> ArmProblem.notFound(id));
	}

}
