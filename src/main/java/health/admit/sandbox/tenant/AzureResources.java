package health.admit.sandbox.tenant;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The subscriptions of the organisation and what lies in them.
 */
@Component
public class AzureResources {

	public static final String FHIR = "Microsoft.HealthcareApis/workspaces/fhirservices";

	public static final String DICOM = "Microsoft.HealthcareApis/workspaces/dicomservices";

	private final Store store;

	AzureResources(Store store) {
		this.store = store;
	}

	public List<Resource> all() {
		return this.store.all(Kind.AZURE_RESOURCE, Copy.MASTER).stream().map(AzureResources::resource).toList();
	}

	public Optional<Resource> find(AzureId id) {
		return this.store.find(Kind.AZURE_RESOURCE, id.key(), Copy.MASTER).map(AzureResources::resource);
	}

	/**
	 * The service of this type that a host name belongs to. A host name cannot be split
	 * back into workspace and service, so it is compared.
	 * @param host such as {@code contosohealth-clinical}
	 */
	public Optional<Resource> service(String type, String host) {
		return all().stream()
			.filter((resource) -> resource.id().type().equalsIgnoreCase(type) && resource.host().equalsIgnoreCase(host))
			.findFirst();
	}

	/**
	 * Adds a resource, or replaces members of the one there is.
	 * @param wanted members as Resource Manager shows them; the id is needed
	 * @throws IllegalArgumentException when the id is not that of one resource
	 */
	public void put(ObjectNode wanted) {
		AzureId id = new AzureId(wanted.path("id").asString(""));
		if (id.subscription() == null || id.type().isEmpty() || id.isList()) {
			throw new IllegalArgumentException("'" + id + "' is not the id of a resource.");
		}
		ObjectNode document = find(id).map(Resource::document).orElseGet(Json::object);
		document.setAll(wanted);
		this.store.put(Kind.AZURE_RESOURCE, id.key(), document);
	}

	private static Resource resource(Item item) {
		ObjectNode document = item.json();
		return new Resource(new AzureId(document.path("id").asString()), document);
	}

	/**
	 * One of them.
	 *
	 * @param document as it is kept: without what depends on the address of the sandbox
	 */
	public record Resource(AzureId id, ObjectNode document) {

		/** The first label of the host name of a service. */
		public String host() {
			return String.join("-", this.id.names());
		}

		/**
		 * The audience that somebody has set; null where it is the address of the
		 * service.
		 */
		public @Nullable String audience() {
			return Json.text(this.document, "properties/authenticationConfiguration/audience");
		}

	}

}
