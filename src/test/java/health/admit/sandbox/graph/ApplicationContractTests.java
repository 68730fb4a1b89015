package health.admit.sandbox.graph;

import java.util.UUID;

import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationContractTests {

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
	void createdApplicationHasTheDefaultsOfEntra() {
		GraphCalls.Result created = graph.post("/applications", "{'displayName': 'Radiology viewer'}").expect(201);

		assertThat(created.text("signInAudience")).isEqualTo("AzureADMyOrg");
		assertThat(created.text("publisherDomain")).isEqualTo("contosohealth.onmicrosoft.com");
		assertThat(created.text("id")).isNotEqualTo(created.text("appId"));
		assertThat(created.text("createdDateTime")).matches("\\d{4}-.*\\d\\.\\d{7}Z");
		assertThat(created.json().at("/isFallbackPublicClient").isNull()).isTrue();
		assertThat(created.json().at("/web/implicitGrantSettings/enableIdTokenIssuance").asBoolean(true)).isFalse();
		assertThat(created.json().at("/parentalControlSettings/legalAgeGroupRule").asString()).isEqualTo("Allow");
		assertThat(created.json().propertyNames()).noneMatch((name) -> name.startsWith("_"));
		assertThat(created.header("client-request-id")).isNotEmpty();
		assertThat(created.header("request-id")).isNotEmpty();
	}

	@Test
	void everyKeyLeadsToTheSameApplication() {
		GraphCalls.Result created = graph
			.upsert("/applications(uniqueName='every-key')", "{'displayName': 'Every key'}")
			.expect(201);
		String id = created.text("id");

		assertThat(graph.get("/applications/" + id + "?$select=id").expect(200).text("id")).isEqualTo(id);
		assertThat(graph.get("/applications(appId='" + created.text("appId") + "')").expect(200).text("id"))
			.isEqualTo(id);
		assertThat(
				graph.get("/myorganization/applications(uniqueName='every-key')?%24select=id").expect(200).text("id"))
			.isEqualTo(id);
		assertThat(graph.get("/applications(appId='" + created.text("appId") + "')/owners").expect(200).status())
			.isEqualTo(200);
	}

	@Test
	void upsertCreatesOnceAndChangesAfterwards() {
		String path = "/applications(uniqueName='admit-once')";
		graph.patch(path, "{'displayName': 'No'}").expect(404);

		String id = graph.upsert(path, "{'displayName': 'Once', 'notes': 'first'}").expect(201).text("id");
		GraphCalls.Result second = graph.upsert(path, "{'displayName': 'Once', 'notes': 'second'}").expect(204);

		assertThat(second.response().body()).isEmpty();
		assertThat(graph.get(path).expect(200).text("id")).isEqualTo(id);
		assertThat(graph.get(path).text("notes")).isEqualTo("second");
	}

	@Test
	void softDeletedApplicationKeepsItsUniqueName() {
		String path = "/applications(uniqueName='held')";
		String id = graph.upsert(path, "{'displayName': 'Held'}").expect(201).text("id");
		graph.delete("/applications/" + id).expect(204);

		graph.get("/applications/" + id).expect(404);
		GraphCalls.Result refused = graph.upsert(path, "{'displayName': 'Held'}").expect(400);
		assertThat(refused.message())
			.isEqualTo("Another object with the same value for property uniqueName already exists.");
		assertThat(graph.get("/directory/deletedItems/graph.application").expect(200).response().body()).contains(id);

		graph.post("/directory/deletedItems/" + id + "/restore", "").expect(200);
		assertThat(graph.get("/applications/" + id).expect(200).text("id")).isEqualTo(id);

		graph.delete("/applications/" + id).expect(204);
		graph.delete("/directory/deletedItems/" + id).expect(204);
		graph.upsert(path, "{'displayName': 'Held again'}").expect(201);
	}

	@Test
	void patchChangesMembersOfComplexValuesAndReplacesCollections() {
		String id = graph
			.post("/applications",
					"""
							{'displayName': 'Patched', 'tags': ['a'],
							 'web': {'redirectUris': ['https://one.example/cb'], 'implicitGrantSettings': {'enableIdTokenIssuance': true}}}
							""")
			.expect(201)
			.text("id");

		graph.patch("/applications/" + id, """
				{'@odata.context': 'ignored', '@odata.type': '#microsoft.graph.application', 'id': 'ignored',
				 'tags': ['b'], 'web': {'redirectUris': ['https://two.example/cb']}}
				""".replace("'ignored',\n 'tags'", "'" + id + "',\n 'tags'")).expect(204);

		GraphCalls.Result after = graph.get("/applications/" + id);
		assertThat(after.json().at("/web/redirectUris").toString()).isEqualTo("[\"https://two.example/cb\"]");
		assertThat(after.json().at("/web/implicitGrantSettings/enableIdTokenIssuance").asBoolean()).isTrue();
		assertThat(after.json().at("/tags").toString()).isEqualTo("[\"b\"]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://plain.example/cb", "https://frag.example/#x", "notaurl", "javascript:alert(1)",
			"https://a.example/(x)", "http://[::1]/cb" })
	void redirectUrisAreRefusedByTheRules(String uri) {
		GraphCalls.Result refused = graph
			.post("/applications", "{'displayName': 'Bad', 'web': {'redirectUris': ['" + uri + "']}}")
			.expect(400);

		assertThat(refused.code()).isEqualTo("Request_BadRequest");
		assertThat(refused.json().at("/error/details/0/target").asString()).isEqualTo("web.redirectUris");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{'displayName': ''}", "{'displayName': 'x', 'signInAudience': 'Everybody'}",
					"{'displayName': 'x', 'isFallbackPublicClient': 'yes'}", "{'displayName': 'x', 'noSuch': 1}",
					"{'displayName': 'x', 'appId': '0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4'}",
					"{'displayName': 'x', 'signInAudience': 'PersonalMicrosoftAccount'}",
					"{'displayName': 'x', 'tags': ['a', 'a']}",
					"{'displayName': 'x', 'identifierUris': ['https://elsewhere.example/api']}" })
	void badValuesAreRefused(String body) {
		graph.post("/applications", body.replace("'", "\"")).expect(400);
	}

	@Test
	void enabledScopeHasToBeDisabledBeforeItGoes() {
		String scope = UUID.randomUUID().toString();
		String enabled = "{'api': {'oauth2PermissionScopes': [{'id': '" + scope
				+ "', 'value': 'Read', 'type': 'User', 'isEnabled': true, 'adminConsentDisplayName': 'r', 'adminConsentDescription': 'r'}]}}";
		String id = graph.post("/applications", "{'displayName': 'Api'}").expect(201).text("id");
		graph.patch("/applications/" + id, enabled).expect(204);

		GraphCalls.Result refused = graph.patch("/applications/" + id, "{'api': {'oauth2PermissionScopes': []}}")
			.expect(400);
		assertThat(refused.code()).isEqualTo("CannotDeleteOrUpdateEnabledEntitlement");

		graph.patch("/applications/" + id, enabled.replace("'isEnabled': true", "'isEnabled': false")).expect(204);
		graph.patch("/applications/" + id, "{'api': {'oauth2PermissionScopes': []}}").expect(204);
	}

	@Test
	void whatIsNotServedSaysSo() {
		assertThat(graph.get("/devices").expect(501).message()).contains("does not implement GET /devices");
		assertThat(graph.get("/applications?$apply=x").expect(501).message()).contains("$apply");
	}

}
