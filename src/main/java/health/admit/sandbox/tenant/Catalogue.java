package health.admit.sandbox.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;

/**
 * Microsoft's own applications that any tenant can have a service principal of, with the
 * permissions they really publish. Read from {@code sandbox/first-party.txt}.
 */
public final class Catalogue {

	public static final UUID GRAPH = UUID.fromString("00000003-0000-0000-c000-000000000000");

	public static final UUID RESOURCE_MANAGER = UUID.fromString("797f4846-ba00-4fd7-ba43-dac1f8f63013");

	public static final UUID FHIR = UUID.fromString("4f6778d8-5aef-43dc-a1ff-b073724b9495");

	public static final UUID DICOM = UUID.fromString("75e725bf-66ce-4cea-9b9a-5c4caae57f33");

	/** The tenant that owns Microsoft's own applications. */
	private static final String MICROSOFT = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

	private final Map<UUID, ObjectNode> byAppId = new LinkedHashMap<>();

	public Catalogue() {
		ObjectNode api = Json.object();
		for (String line : lines()) {
			List<String> cells = List.of(line.split("\t"));
			switch (cells.get(0)) {
				case "api" -> api = api(cells);
				case "scope" -> api.withArray("oauth2PermissionScopes").add(scope(cells));
				case "role" -> api.withArray("appRoles").add(role(cells));
				default -> throw new IllegalStateException("Unknown line in the catalogue: " + line);
			}
		}
	}

	/** The document of a service principal of this application, without an id. */
	public Optional<ObjectNode> principal(UUID appId) {
		return Optional.ofNullable(this.byAppId.get(appId)).map(ObjectNode::deepCopy);
	}

	private ObjectNode api(List<String> cells) {
		ObjectNode api = Json.object()
			.put("appId", cells.get(1))
			.put("displayName", cells.get(2))
			.put("appOwnerOrganizationId", MICROSOFT)
			.put("signInAudience", "AzureADMultipleOrgs");
		api.withArray("servicePrincipalNames").add(cells.get(1));
		cells.subList(3, cells.size()).forEach(api.withArray("servicePrincipalNames")::add);
		this.byAppId.put(UUID.fromString(cells.get(1)), api);
		return api;
	}

	private static ObjectNode scope(List<String> cells) {
		String name = cells.get(4);
		return Json.object()
			.put("id", cells.get(1))
			.put("value", cells.get(2))
			.put("type", cells.get(3))
			.put("isEnabled", true)
			.put("adminConsentDisplayName", name)
			.put("adminConsentDescription", name)
			.put("userConsentDisplayName", name)
			.put("userConsentDescription", name);
	}

	private static ObjectNode role(List<String> cells) {
		ObjectNode role = Json.object()
			.put("id", cells.get(1))
			.put("value", cells.get(2))
			.put("displayName", cells.get(3))
			.put("description", cells.get(3))
			.put("isEnabled", true)
			.put("origin", "Application");
		role.withArray("allowedMemberTypes").add("Application");
		return role;
	}

	private static List<String> lines() {
		try {
			return new ClassPathResource("sandbox/first-party.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
