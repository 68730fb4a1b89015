package health.admit.portal.azure;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import health.admit.portal.cloud.HealthApi;

/**
 * Makes records of what Azure answers. What lacks its id, or has one that makes no sense,
 * is empty.
 */
final class ArmMapper {

	static final String WORKSPACES = "Microsoft.HealthcareApis/workspaces";

	private ArmMapper() {
	}

	/** The type of a service as it stands in an address. */
	static String type(HealthApi api) {
		return switch (api) {
			case FHIR -> "fhirservices";
			case DICOM -> "dicomservices";
		};
	}

	static Optional<Subscription> subscription(JsonNode node) {
		return Ids.uuid(Json.text(node, "subscriptionId"))
			.map((id) -> new Subscription(id, named(Json.text(node, "displayName"), id)));
	}

	static Optional<ResourceId> workspace(JsonNode node, Subscription in) {
		return id(node, WORKSPACES).filter((id) -> id.subscription().equals(in.id()));
	}

	static Optional<HealthService> service(JsonNode node, HealthApi api, Subscription in) {
		return id(node, WORKSPACES + "/" + type(api)).filter((id) -> id.subscription().equals(in.id()))
			.map((id) -> service(id, node.path("properties"), api, in, Json.text(node, "location")));
	}

	private static HealthService service(ResourceId id, JsonNode properties, HealthApi api, Subscription in,
			String location) {
		JsonNode authentication = properties.path("authenticationConfiguration");
		List<String> audiences = new ArrayList<>(Json.texts(authentication.path("audiences")));
		String audience = Json.text(authentication, "audience");
		if (!audience.isEmpty() && !audiences.contains(audience)) {
			audiences.add(0, audience);
		}
		URI url = Addresses.web(Json.text(properties, "serviceUrl")).orElse(null);
		URI authority = Addresses.web(Json.text(authentication, "authority")).orElse(null);
		return new HealthService(id, api, id.name(), id.parentName(), in.id(), in.name(), id.resourceGroup(), location,
				url, audiences, authority);
	}

	static Optional<RoleDefinition> role(JsonNode node) {
		JsonNode properties = node.path("properties");
		return Ids.uuid(Json.text(node, "name"))
			.map((id) -> new RoleDefinition(id, named(Json.text(properties, "roleName"), id),
					Json.text(properties, "description"), "BuiltInRole".equals(Json.text(properties, "type")),
					Json.items(properties.path("permissions")).stream().map(ArmMapper::permission).toList()));
	}

	static Permission permission(JsonNode node) {
		return new Permission(Json.texts(node.path("actions")), Json.texts(node.path("notActions")),
				Json.texts(node.path("dataActions")), Json.texts(node.path("notDataActions")));
	}

	static Optional<RoleAssignment> assignment(JsonNode node, Set<ResourceId> listedAt) {
		JsonNode properties = node.path("properties");
		Optional<UUID> principal = Ids.uuid(Json.text(properties, "principalId"));
		Optional<UUID> role = Ids.last(Json.text(properties, "roleDefinitionId"));
		String id = Json.text(node, "id");
		if (principal.isEmpty() || role.isEmpty() || id.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new RoleAssignment(id, Json.text(properties, "scope"), principal.get(),
				Json.text(properties, "principalType"), role.get(), instant(Json.text(properties, "createdOn")),
				listedAt));
	}

	private static Optional<ResourceId> id(JsonNode node, String type) {
		return ResourceId.parse(Json.text(node, "id")).filter((id) -> id.isOf(type));
	}

	private static @Nullable Instant instant(String text) {
		try {
			return text.isEmpty() ? null : Instant.parse(text);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static String named(String name, UUID id) {
		return name.isBlank() ? id.toString() : name;
	}

}
