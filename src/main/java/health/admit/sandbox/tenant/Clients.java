package health.admit.sandbox.tenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the documents of applications, service principals and people into the records the
 * token service works with.
 */
final class Clients {

	private Clients() {
	}

	static Client client(Item application) {
		ObjectNode document = application.json();
		JsonNode implicit = document.at("/web/implicitGrantSettings");
		return new Client(application.id(), Objects.requireNonNull(application.appId()), application.name(),
				document.path("signInAudience").asString("AzureADMyOrg"), document.path("isDisabled").asBoolean(false),
				Json.texts(document, "web/redirectUris"), Json.texts(document, "spa/redirectUris"),
				Json.texts(document, "publicClient/redirectUris"), Json.text(document, "web/logoutUrl"),
				implicit.path("enableIdTokenIssuance").asBoolean(false),
				implicit.path("enableAccessTokenIssuance").asBoolean(false),
				document.path("isFallbackPublicClient").isBoolean()
						? document.path("isFallbackPublicClient").booleanValue() : null,
				document.at("/api/requestedAccessTokenVersion").isInt()
						? document.at("/api/requestedAccessTokenVersion").intValue() : null,
				Json.text(document, "groupMembershipClaims"), secrets(document), certificates(document),
				required(document));
	}

	static Principal principal(Item principal, ObjectNode document) {
		return new Principal(principal.id(), Objects.requireNonNull(principal.appId()),
				document.path("displayName").asString(""), Json.texts(document, "servicePrincipalNames"),
				document.path("accountEnabled").asBoolean(true),
				document.path("appRoleAssignmentRequired").asBoolean(false),
				Json.objects(document, "oauth2PermissionScopes")
					.stream()
					.map((scope) -> new Principal.Scope(id(scope, "id"), scope.path("value").asString(""),
							scope.path("adminConsentDisplayName").asString(""),
							"Admin".equals(scope.path("type").asString("")), scope.path("isEnabled").asBoolean(true)))
					.toList(),
				Json.objects(document, "appRoles")
					.stream()
					.map((role) -> new Principal.Role(id(role, "id"), role.path("value").asString(""),
							role.path("displayName").asString(""), role.path("isEnabled").asBoolean(true)))
					.toList());
	}

	private static List<Client.Secret> secrets(ObjectNode document) {
		List<Client.Secret> secrets = new ArrayList<>();
		for (ObjectNode secret : Json.objects(document, "passwordCredentials")) {
			String hash = Json.text(secret, "_sha256");
			secrets.add(new Client.Secret(id(secret, "keyId"),
					(hash != null) ? Base64.getDecoder().decode(hash) : new byte[0], moment(secret, "startDateTime"),
					moment(secret, "endDateTime")));
		}
		return secrets;
	}

	private static List<Client.Certificate> certificates(ObjectNode document) {
		List<Client.Certificate> certificates = new ArrayList<>();
		for (ObjectNode key : Json.objects(document, "keyCredentials")) {
			String der = Json.text(key, "key");
			if (der != null) {
				certificates.add(new Client.Certificate(id(key, "keyId"), Base64.getDecoder().decode(der),
						moment(key, "startDateTime"), moment(key, "endDateTime")));
			}
		}
		return certificates;
	}

	private static List<Client.Required> required(ObjectNode document) {
		List<Client.Required> required = new ArrayList<>();
		for (ObjectNode api : Json.objects(document, "requiredResourceAccess")) {
			required.add(
					new Client.Required(id(api, "resourceAppId"), permissions(api, "Scope"), permissions(api, "Role")));
		}
		return required;
	}

	private static List<UUID> permissions(ObjectNode api, String type) {
		return Json.objects(api, "resourceAccess")
			.stream()
			.filter((access) -> type.equals(Json.text(access, "type")))
			.map((access) -> id(access, "id"))
			.toList();
	}

	private static UUID id(ObjectNode node, String member) {
		UUID id = Ids.parse(Json.text(node, member));
		return (id != null) ? id : new UUID(0, 0);
	}

	private static Instant moment(ObjectNode node, String member) {
		@Nullable Instant instant = Moments.read(Json.text(node, member));
		return (instant != null) ? instant : Instant.EPOCH;
	}

}
