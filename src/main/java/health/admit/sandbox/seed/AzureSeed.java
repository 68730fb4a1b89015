package health.admit.sandbox.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import health.admit.sandbox.tenant.AzureId;
import health.admit.sandbox.tenant.AzureResources;
import health.admit.sandbox.tenant.Groups;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Moments;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ObjectNode;

/**
 * The subscriptions, services, groups and Azure roles of Contoso Health, as listed in
 * {@code sandbox/azure.txt}.
 */
final class AzureSeed {

	private static final String LOCATION = "westeurope";

	private final Store store;

	private final Instant now;

	AzureSeed(Store store, Instant now) {
		this.store = store;
		this.now = now;
	}

	void plant() {
		Lines.of("azure.txt").forEach((cells) -> {
			switch (cells.get(0)) {
				case "subscription" -> put(cells.get(1), Json.object().put("displayName", cells.get(2)));
				case "group" -> put(cells.get(1), Json.object().put("location", cells.get(2)));
				case "resource" -> put(cells.get(1), resource(new AzureId(cells.get(1)), cells.get(2)));
				case "team" -> team(cells.get(1), cells.subList(2, cells.size()));
				case "role" -> role(cells);
				default -> throw new IllegalStateException("Unknown line about Azure: " + cells);
			}
		});
	}

	private static ObjectNode resource(AzureId id, String audience) {
		ObjectNode document = Json.object()
			.put("location", LOCATION)
			.put("etag", "\"" + Ids.of("etag " + id).toString().substring(0, 8) + "\"");
		document.putObject("tags").put("owner", "integration");
		ObjectNode properties = document.putObject("properties").put("publicNetworkAccess", "Enabled");
		String type = id.type();
		if (type.equals(AzureResources.FHIR)) {
			document.put("kind", "fhir-R4");
			properties.put("eventState", "Disabled");
		}
		if (type.equals(AzureResources.FHIR) || type.equals(AzureResources.DICOM)) {
			cors(properties.putObject("corsConfiguration"));
		}
		if (!audience.equals("-")) {
			properties.putObject("authenticationConfiguration").put("audience", audience);
		}
		return document;
	}

	private static void cors(ObjectNode cors) {
		cors.putArray("origins").add("https://viewer.contosohealth.example").add("http://localhost:3000");
		cors.putArray("headers").add("*");
		List.of("DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT").forEach(cors.putArray("methods")::add);
		cors.put("maxAge", 1440).put("allowCredentials", false);
	}

	private void put(String id, ObjectNode document) {
		this.store.seed(Kind.AZURE_RESOURCE, new AzureId(id).key(), document.put("id", id));
	}

	private void team(String name, List<String> members) {
		ObjectNode group = Json.object().put("displayName", name).put("securityEnabled", true);
		members.forEach((member) -> group.withArray(Groups.MEMBERS).add(Ids.of("person " + member).toString()));
		this.store.seed(Kind.GROUP, Ids.of("group " + name), group);
	}

	private void role(List<String> cells) {
		UUID principal = switch (cells.get(3)) {
			case "User" -> Ids.of("person " + cells.get(4));
			case "Group" -> Ids.of("group " + cells.get(4));
			default -> OwnRegistrations.principalOf(UUID.fromString(cells.get(4)));
		};
		String at = Moments.write(this.now.minus(Duration.ofDays(200)));
		this.store.seed(Kind.AZURE_ROLE_ASSIGNMENT, Ids.of(String.join(" ", cells)),
				Json.object()
					.put("scope", cells.get(1))
					.put("roleId", cells.get(2))
					.put("principalId", principal.toString())
					.put("principalType", cells.get(3))
					.put("createdOn", at)
					.put("updatedOn", at)
					.put("createdBy", Ids.of("person amara.okafor").toString()));
	}

}
