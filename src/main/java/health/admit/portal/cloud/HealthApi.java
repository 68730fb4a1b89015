package health.admit.portal.cloud;

import java.util.List;
import java.util.UUID;

/**
 * The two first-party APIs of Azure Health Data Services. They are recognised by app id
 * only: their display name differs from tenant to tenant and between documents.
 */
public enum HealthApi {

	FHIR("4f6778d8-5aef-43dc-a1ff-b073724b9495", List.of("Azure Healthcare APIs", "Azure API for FHIR"),
			"user_impersonation", List.of("https://azurehealthcareapis.com", "https://fhir.azurehealthcareapis.com")),

	DICOM("75e725bf-66ce-4cea-9b9a-5c4caae57f33", List.of("Azure API for DICOM"), "Dicom.ReadWrite",
			List.of("https://dicom.healthcareapis.azure.com"));

	private final UUID appId;

	private final List<String> knownNames;

	private final String usualScope;

	private final List<String> published;

	HealthApi(String appId, List<String> knownNames, String usualScope, List<String> published) {
		this.appId = UUID.fromString(appId);
		this.knownNames = knownNames;
		this.usualScope = usualScope;
		this.published = published;
	}

	public UUID appId() {
		return this.appId;
	}

	/**
	 * Names under which tenants and documents show this API.
	 */
	public List<String> knownNames() {
		return this.knownNames;
	}

	/**
	 * The delegated permission a client normally asks for. The scopes on offer are always
	 * read from the resource; this only preselects one.
	 */
	public String usualScope() {
		return this.usualScope;
	}

	/**
	 * Whether this is a name under which every tenant knows the API, other than the
	 * audience of one service.
	 */
	public boolean publishes(String audience) {
		return this.published
			.contains(audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience);
	}

}
