package health.admit.sandbox.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.sandbox.tenant.Catalogue;
import health.admit.sandbox.tenant.Consents;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Moments;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two registrations one can use at once: the portal's own, and a client for
 * automation.
 */
final class OwnRegistrations {

	static final UUID PORTAL = UUID.fromString("0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4");

	static final String PORTAL_SECRET = "sandbox-portal~not-a-real-secret";

	static final UUID AUTOMATION = UUID.fromString("7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815");

	static final String AUTOMATION_SECRET = "sandbox-automation~not-a-real-secret";

	private static final UUID READ_APPLICATIONS = UUID.fromString("9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30");

	private static final Set<String> PORTAL_SCOPES = Set.of("openid", "profile", "email", "offline_access", "User.Read",
			"Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All",
			"DelegatedPermissionGrant.ReadWrite.All", "AppRoleAssignment.ReadWrite.All", "Policy.Read.All",
			"AuditLog.Read.All", "User.ReadBasic.All", "GroupMember.Read.All", "RoleManagement.Read.Directory",
			"Domain.Read.All", "Organization.Read.All");

	private static final List<String> PORTAL_ROLES = List.of("Admit.Registrar", "Admit.HelpDesk", "Admit.Auditor");

	private final Store store;

	private final Catalogue catalogue;

	private final Instant now;

	OwnRegistrations(Store store, Catalogue catalogue, Instant now) {
		this.store = store;
		this.catalogue = catalogue;
		this.now = now;
	}

	static UUID principalOf(UUID appId) {
		return Ids.of("service principal " + appId);
	}

	static UUID portalRole(String value) {
		return Ids.of("portal role " + value);
	}

	void plant(Staff staff) {
		plantPortal(staff);
		plantAutomation();
	}

	private void plantPortal(Staff staff) {
		ObjectNode portal = application(PORTAL, "Admit", "The portal you are looking at.", PORTAL_SECRET)
			.put("groupMembershipClaims", "DirectoryRole");
		portal.withObject("/api").put("requestedAccessTokenVersion", 2);
		ObjectNode web = portal.withObject("/web");
		web.withArray("redirectUris")
			.add("http://localhost/login/oauth2/code/entra")
			.add("http://localhost/login/oauth2/code/arm")
			.add("http://localhost/")
			.add("http://localhost/signed-out");
		ArrayNode roles = portal.withArray("appRoles");
		PORTAL_ROLES.forEach((role) -> roles.add(role(role)));
		ArrayNode required = portal.withArray("requiredResourceAccess");
		require(required, Catalogue.GRAPH, PORTAL_SCOPES);
		require(required, Catalogue.RESOURCE_MANAGER, Set.of("user_impersonation"));
		((ObjectNode) required.get(0)).withArray("resourceAccess")
			.addObject()
			.put("id", READ_APPLICATIONS.toString())
			.put("type", "Role");
		put(PORTAL, portal);
		grant(PORTAL, Catalogue.GRAPH, PORTAL_SCOPES);
		grant(PORTAL, Catalogue.RESOURCE_MANAGER, Set.of("user_impersonation"));
		assign(principalOf(PORTAL), "ServicePrincipal", "Admit", Catalogue.GRAPH, "Microsoft Graph", READ_APPLICATIONS);
		for (Staff.Member member : staff.members()) {
			if (PORTAL_ROLES.contains(member.portalRole())) {
				assign(member.id(), "User", member.name(), PORTAL, "Admit", portalRole(member.portalRole()));
			}
		}
	}

	private void plantAutomation() {
		ObjectNode automation = application(AUTOMATION, "Contoso nightly export",
				"Reads from the FHIR service every night.", AUTOMATION_SECRET);
		automation.withObject("/web").withArray("redirectUris");
		put(AUTOMATION, automation);
		assign(principalOf(AUTOMATION), "ServicePrincipal", "Contoso nightly export", Catalogue.GRAPH,
				"Microsoft Graph", READ_APPLICATIONS);
	}

	private ObjectNode application(UUID appId, String name, String description, String secret) {
		ObjectNode document = Json.object()
			.put("appId", appId.toString())
			.put("displayName", name)
			.put("description", description)
			.put("signInAudience", "AzureADMyOrg")
			.put("createdDateTime", Moments.write(this.now.minus(Duration.ofDays(400))));
		document.withArray("passwordCredentials")
			.add(Secrets.known(secret, Ids.of("secret " + appId), "sandbox", this.now.minus(Duration.ofDays(30)),
					this.now.plus(Duration.ofDays(700))));
		return document;
	}

	private void put(UUID appId, ObjectNode application) {
		this.store.seed(Kind.APPLICATION, Ids.of("application " + appId), application);
		this.store.seed(Kind.SERVICE_PRINCIPAL, principalOf(appId), Json.object().put("appId", appId.toString()));
	}

	private static ObjectNode role(String value) {
		ObjectNode role = Json.object()
			.put("id", portalRole(value).toString())
			.put("value", value)
			.put("displayName", value)
			.put("description", value)
			.put("isEnabled", true)
			.put("origin", "Application");
		role.withArray("allowedMemberTypes").add("User");
		return role;
	}

	private void require(ArrayNode required, UUID api, Set<String> scopes) {
		ObjectNode entry = required.addObject().put("resourceAppId", api.toString());
		ArrayNode access = entry.withArray("resourceAccess");
		Json.objects(this.catalogue.principal(api).orElseThrow(), "oauth2PermissionScopes")
			.stream()
			.filter((scope) -> scopes.contains(Json.text(scope, "value")))
			.forEach((scope) -> access.addObject().put("id", Json.text(scope, "id")).put("type", "Scope"));
	}

	private void grant(UUID client, UUID api, Set<String> scopes) {
		UUID clientPrincipal = principalOf(client);
		UUID resource = principalOf(api);
		this.store.seed(Kind.GRANT, Ids.ofGrant(clientPrincipal, resource, null), Consents
			.grantDocument(clientPrincipal, resource, null, scopes.stream().sorted().collect(Collectors.toList())));
	}

	private void assign(UUID holder, String type, String name, UUID api, String apiName, UUID role) {
		UUID resource = principalOf(api);
		UUID id = Ids.ofAssignment(holder, resource, role);
		this.store.seed(Kind.ROLE_ASSIGNMENT, id,
				Json.object()
					.put("id", Ids.onWire(id))
					.put("appRoleId", role.toString())
					.put("createdDateTime", Moments.write(this.now.minus(Duration.ofDays(390))))
					.put("principalId", holder.toString())
					.put("principalType", type)
					.put("principalDisplayName", name)
					.put("resourceId", resource.toString())
					.put("resourceDisplayName", apiName));
	}

}
