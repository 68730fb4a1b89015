package health.admit.sandbox.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;

/**
 * A resource type: its members, which of them can be filtered and searched, and how an
 * object of it looks on the wire.
 */
enum EntityType {

	APPLICATION("application", "applications", "Application",
			Set.of("id", "appId", "displayName", "createdDateTime", "identifierUris", "tags", "signInAudience",
					"uniqueName", "publisherDomain", "isDisabled", "deletedDateTime", "owners"),
			Set.of("displayName", "description"), Set.of()),

	SERVICE_PRINCIPAL("servicePrincipal", "servicePrincipals", "ServicePrincipal",
			Set.of("id", "appId", "displayName", "servicePrincipalNames", "servicePrincipalType", "tags",
					"accountEnabled", "appOwnerOrganizationId", "deletedDateTime", "owners"),
			Set.of("displayName", "description"), Set.of()),

	USER("user", "users", "User",
			Set.of("id", "displayName", "givenName", "surname", "mail", "userPrincipalName", "userType",
					"accountEnabled", "createdDateTime", "department", "jobTitle"),
			Set.of("displayName", "givenName", "surname", "mail", "userPrincipalName"),
			Set.of("businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation",
					"preferredLanguage", "surname", "userPrincipalName", "id")),

	GROUP("group", "groups", "Group", Set.of("id", "displayName", "mail", "securityEnabled", "createdDateTime"),
			Set.of("displayName", "description"), Set.of());

	private final String type;

	private final String set;

	private final String resource;

	private final Set<String> filterable;

	private final Set<String> searchable;

	private final Set<String> usual;

	private final Schema schema;

	EntityType(String type, String set, String resource, Set<String> filterable, Set<String> searchable,
			Set<String> usual) {
		this.type = type;
		this.set = set;
		this.resource = resource;
		this.filterable = filterable;
		this.searchable = searchable;
		this.usual = usual;
		this.schema = new Schema(resource, load(type));
	}

	static EntityType of(Item item) {
		return switch (item.kind()) {
			case APPLICATION -> APPLICATION;
			case SERVICE_PRINCIPAL -> SERVICE_PRINCIPAL;
			case USER -> USER;
			case GROUP -> GROUP;
			default -> throw new IllegalArgumentException("No directory object: " + item.kind());
		};
	}

	String type() {
		return this.type;
	}

	String set() {
		return this.set;
	}

	/** As error texts call it. */
	String resource() {
		return this.resource;
	}

	Schema schema() {
		return this.schema;
	}

	boolean filterable(String property) {
		return this.filterable.contains(property);
	}

	boolean searchable(String property) {
		return this.searchable.contains(property);
	}

	/** Refuses to select what the type does not have. */
	void checkSelect(List<String> select) {
		for (String name : select) {
			if (!this.schema.properties().contains(name)) {
				throw GraphProblem.of(400, "BadRequest",
						"Parsing OData Select and Expand failed: Could not find a property named '" + name
								+ "' on type 'microsoft.graph." + this.type + "'.");
			}
		}
	}

	/**
	 * The object as it is sent.
	 * @param select the wanted members; empty for the usual ones
	 * @param keys whether certificates come with their bytes
	 */
	ObjectNode present(Item item, ObjectNode document, List<String> select, boolean keys) {
		Set<String> wanted = new LinkedHashSet<>(select.isEmpty() ? this.usual : select);
		ObjectNode whole = this.schema.expand(document, wanted);
		whole.put("id", item.id().toString());
		hide(whole);
		if (!keys) {
			Json.objects(whole, "keyCredentials").forEach((key) -> key.putNull("key"));
		}
		if (!wanted.isEmpty()) {
			whole.retain(wanted);
		}
		return whole;
	}

	private static void hide(JsonNode node) {
		if (node instanceof ObjectNode object) {
			object.remove(object.propertyNames().stream().filter((name) -> name.startsWith("_")).toList());
			for (Map.Entry<String, JsonNode> member : object.properties()) {
				hide(member.getValue());
			}
		}
		else if (node instanceof ArrayNode array) {
			array.forEach(EntityType::hide);
		}
	}

	private static String load(String type) {
		try {
			return new ClassPathResource("sandbox/types/" + type + ".json").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
