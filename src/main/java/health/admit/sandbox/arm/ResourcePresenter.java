package health.admit.sandbox.arm;

import health.admit.sandbox.tenant.AzureResources;
import health.admit.sandbox.tenant.AzureResources.Resource;
import health.admit.sandbox.tenant.HealthAddresses;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Organisation;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Completes what is kept of a resource with what depends on the address of the sandbox.
 */
@Component
class ResourcePresenter {

	private final Organisation organisation;

	private final HealthAddresses addresses;

	ResourcePresenter(Organisation organisation, HealthAddresses addresses) {
		this.organisation = organisation;
		this.addresses = addresses;
	}

	ObjectNode describe(Resource resource, String origin) {
		String type = resource.id().type();
		if (type.equals("Microsoft.Resources/subscriptions")) {
			return subscription(resource);
		}
		ObjectNode shown = Json.object()
			.put("id", resource.id().text())
			.put("name", resource.id().name())
			.put("type", type);
		shown.setAll(resource.document().deepCopy().without("id"));
		ObjectNode properties = shown.withObject("/properties").put("provisioningState", "Succeeded");
		if (type.equals(AzureResources.FHIR)) {
			properties.withObject("/authenticationConfiguration")
				.put("authority", this.addresses.authority(origin))
				.put("audience", this.addresses.audience(resource, origin))
				.put("smartProxyEnabled", false);
		}
		else if (type.equals(AzureResources.DICOM)) {
			ObjectNode authentication = properties.withObject("/authenticationConfiguration")
				.put("authority", this.addresses.authority(origin));
			HealthAddresses.DICOM_AUDIENCES.forEach(authentication.withArray("audiences")::add);
			properties.put("serviceUrl", this.addresses.dicom(resource, origin));
		}
		return shown;
	}

	private ObjectNode subscription(Resource resource) {
		ObjectNode shown = Json.object().put("id", resource.id().text()).put("authorizationSource", "RoleBased");
		shown.putArray("managedByTenants");
		shown.put("subscriptionId", resource.id().name())
			.put("tenantId", this.organisation.tenantId().toString())
			.put("displayName", Json.text(resource.document(), "displayName"))
			.put("state", "Enabled")
			.putObject("subscriptionPolicies")
			.put("locationPlacementId", "Public_2014-09-01")
			.put("quotaId", "PayAsYouGo_2014-09-01")
			.put("spendingLimit", "Off");
		return shown;
	}

}
