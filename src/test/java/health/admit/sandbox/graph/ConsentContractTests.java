package health.admit.sandbox.graph;

import java.util.UUID;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Catalogue;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConsentContractTests {

	private static SandboxServer sandbox;

	private static GraphCalls graph;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		graph = GraphCalls.asRegistrar(sandbox);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void servicePrincipalTakesOverFromItsApplication() {
		String appId = graph
			.post("/applications",
					"{'displayName': 'Viewer', 'web': {'redirectUris': ['https://viewer.example/cb']}, 'tags': ['x']}")
			.expect(201)
			.text("appId");
		GraphCalls.Result principal = graph.post("/servicePrincipals", "{'appId': '" + appId + "'}").expect(201);

		assertThat(principal.text("displayName")).isEqualTo("Viewer");
		assertThat(principal.text("servicePrincipalType")).isEqualTo("Application");
		assertThat(principal.json().at("/servicePrincipalNames/0").asString()).isEqualTo(appId);
		assertThat(principal.json().at("/replyUrls/0").asString()).isEqualTo("https://viewer.example/cb");

		GraphCalls.Result again = graph.post("/servicePrincipals", "{'appId': '" + appId + "'}").expect(409);
		assertThat(again.code()).isEqualTo("Request_MultipleObjectsWithSameKeyValue");
		assertThat(again.message()).contains("the service principal name " + appId + " is already in use");
		graph.upsert("/servicePrincipals(appId='" + appId + "')", "{}").expect(204);
		graph.delete("/applications(appId='" + appId + "')").expect(204);
		graph.get("/servicePrincipals(appId='" + appId + "')").expect(404);
	}

	@Test
	void apiThatIsNotInTheTenantIsAddedByItsAppId() {
		try (SandboxServer bare = SandboxServer.start("dicom=false")) {
			GraphCalls calls = GraphCalls.asRegistrar(bare);
			calls.get("/servicePrincipals(appId='" + Catalogue.DICOM + "')").expect(404);
			assertThat(calls.get("/servicePrincipals?$filter=appId eq '" + Catalogue.DICOM + "'&$select=id")
				.expect(200)
				.json()
				.path("value")
				.size()).isZero();

			calls.post("/servicePrincipals", "{'appId': '" + Catalogue.DICOM + "'}").expect(201);

			assertThat(calls
				.getEventually(
						"/servicePrincipals?$search=\"displayName:DICOM\"&$select=displayName,oauth2PermissionScopes")
				.expect(200)
				.json()
				.at("/value/0/oauth2PermissionScopes/0/value")
				.asString()).isEqualTo("Dicom.ReadWrite");
		}
	}

	@Test
	void grantIsMadeOnceReplacedAndRevoked() {
		String client = newPrincipal("Consented");
		String fhir = principal(Catalogue.FHIR);
		String body = "{'clientId': '" + client
				+ "', 'consentType': 'AllPrincipals', 'principalId': null, 'resourceId': '" + fhir
				+ "', 'scope': '%s'}";
		String id = graph.post("/oauth2PermissionGrants", body.formatted("user_impersonation")).expect(201).text("id");

		assertThat(graph.post("/oauth2PermissionGrants", body.formatted("launch")).expect(409).message())
			.isEqualTo("Permission entry already exists.");
		graph.patch("/oauth2PermissionGrants/" + id, "{'scope': 'user_impersonation launch'}").expect(204);
		String filter = "?$filter=clientId eq '" + client + "' and consentType eq 'AllPrincipals'";
		assertThat(graph.get("/oauth2PermissionGrants" + filter).expect(200).text("value/0/scope"))
			.isEqualTo("user_impersonation launch");
		assertThat(graph.get("/servicePrincipals/" + client + "/oauth2PermissionGrants").expect(200).text("value/0/id"))
			.isEqualTo(id);
		graph.patch("/oauth2PermissionGrants/" + id, "{'scope': 'no.such.scope'}").expect(400);
		graph.delete("/oauth2PermissionGrants/" + id).expect(204);
		graph.get("/oauth2PermissionGrants/" + id).expect(404);
	}

	@Test
	void appRoleIsGrantedOnceAndTakenBack() {
		String client = newPrincipal("Daemon");
		String fhir = principal(Catalogue.FHIR);
		String body = "{'principalId': '" + client + "', 'resourceId': '" + fhir
				+ "', 'appRoleId': 'a44c4c64-cdb5-48fc-adbd-070df4852b2c'}";
		String path = "/servicePrincipals/" + client + "/appRoleAssignments";
		String id = graph.post(path, body).expect(201).text("id");

		assertThat(graph.post(path, body).expect(400).message())
			.isEqualTo("Permission being assigned already exists on the object");
		assertThat(graph.post(path, body.replace(fhir, UUID.randomUUID().toString())).expect(400).message())
			.isEqualTo("Not a valid reference update.");
		assertThat(graph.get("/servicePrincipals/" + fhir + "/appRoleAssignedTo").expect(200).response().body())
			.contains(id);
		graph.delete(path + "/" + id).expect(204);
		assertThat(graph.get(path).expect(200).json().path("value").size()).isZero();
	}

	@Test
	void applicationPermissionsOfGraphNeedAHigherRole() {
		String client = newPrincipal("Wants Graph");
		String body = "{'principalId': '" + client + "', 'resourceId': '" + principal(Catalogue.GRAPH)
				+ "', 'appRoleId': '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30'}";
		String path = "/servicePrincipals/" + client + "/appRoleAssignments";

		assertThat(graph.post(path, body).expect(403).code()).isEqualTo("Authorization_RequestDenied");
		GraphCalls.as(sandbox, "Amara").post(path, body).expect(201);
	}

	@Test
	void clientsHoldApplicationPermissions() {
		SandboxTokens tokens = new SandboxTokens(sandbox);
		UUID principal = UUID.fromString(newPrincipal("Own only"));
		GraphCalls reader = new GraphCalls(sandbox, tokens.ofClient(principal, "Application.Read.All"));
		GraphCalls owner = new GraphCalls(sandbox, tokens.ofClient(principal, "Application.ReadWrite.OwnedBy"));
		String foreign = graph.post("/applications", "{'displayName': 'Foreign'}").expect(201).text("id");

		reader.get("/applications?$top=1").expect(200);
		reader.post("/applications", "{'displayName': 'No'}").expect(403);
		reader.get("/me").expect(400);
		String own = owner.post("/applications", "{'displayName': 'Own'}").expect(201).text("id");
		owner.patch("/applications/" + own, "{'notes': 'mine'}").expect(204);
		owner.patch("/applications/" + foreign, "{'notes': 'not mine'}").expect(403);
	}

	private static String newPrincipal(String name) {
		String appId = graph.post("/applications", "{'displayName': '" + name + "'}").expect(201).text("appId");
		return graph.post("/servicePrincipals", "{'appId': '" + appId + "'}").expect(201).text("id");
	}

	private static String principal(UUID appId) {
		return graph.get("/servicePrincipals(appId='" + appId + "')?$select=id").expect(200).text("id");
	}

}
