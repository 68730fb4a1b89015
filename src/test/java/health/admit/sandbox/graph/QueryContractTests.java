package health.admit.sandbox.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Ids;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class QueryContractTests {

	private static SandboxServer sandbox;

	private static GraphCalls graph;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start("applications=250");
		graph = GraphCalls.asRegistrar(sandbox);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void groupIsNamedAmongObjectsOfAnyType() {
		UUID group = Ids.of("group Radiology");
		GraphCalls.Result found = graph.post("/directoryObjects/getByIds", "{'ids': ['" + group + "']}").expect(200);
		assertThat(found.text("value/0/@odata.type")).isEqualTo("#microsoft.graph.group");
		assertThat(found.text("value/0/displayName")).isEqualTo("Radiology");
		assertThat(found.response().body()).doesNotContain("_members");
		assertThat(graph.get("/directoryObjects/" + group).expect(200).text("displayName")).isEqualTo("Radiology");
	}

	@Test
	void pagesLeadThroughAllApplicationsOnce() {
		List<String> ids = new ArrayList<>();
		String next = "/applications?$select=id&$top=60";
		int pages = 0;
		while (!next.isEmpty()) {
			GraphCalls.Result page = graph.get(next).expect(200);
			page.json().path("value").forEach((each) -> ids.add(each.path("id").asString()));
			next = page.text("@odata.nextLink");
			assertThat(next).satisfiesAnyOf((link) -> assertThat(link).isEmpty(),
					(link) -> assertThat(link).startsWith(sandbox.baseUrl() + "/v1.0/applications?"));
			pages++;
		}

		assertThat(pages).isGreaterThanOrEqualTo(5);
		assertThat(ids).hasSizeGreaterThanOrEqualTo(252).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "displayName ne 'x'", "not(displayName eq 'x')", "endsWith(displayName,'app')",
			"owners/$count eq 0", "description ne null or displayName ne null" })
	void advancedFiltersNeedTheHeaderAndTheCount(String filter) {
		String path = "/applications?$filter=" + filter.replace("description ne null or ", "") + "&$select=id";

		assertThat(graph.get(path).expect(400).code()).isEqualTo("Request_UnsupportedQuery");
		assertThat(graph.getEventually(path + "&$count=true").expect(200).json().has("@odata.count")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "appId eq '0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4'", "displayName eq 'admit'",
			"startsWith(displayName,'Adm') and signInAudience eq 'AzureADMyOrg'", "displayName in ('Admit','x')",
			"createdDateTime le 2999-01-01T00:00:00Z and appId eq '0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4'" })
	void plainFiltersFindThePortal(String filter) {
		assertThat(graph.get("/applications?$filter=" + filter + "&$select=displayName")
			.expect(200)
			.text("value/0/displayName")).isEqualTo("Admit");
	}

	@Test
	void searchAndOrderNeedTheHeader() {
		assertThat(graph.get("/applications?$search=\"displayName:Admit\"").expect(400).message())
			.contains("ConsistencyLevel");
		assertThat(graph.getEventually("/applications?$search=\"displayName:admi\"&$select=displayName")
			.expect(200)
			.text("value/0/displayName")).isEqualTo("Admit");
		graph.get("/applications?$orderby=displayName").expect(400);
		List<String> names = new ArrayList<>();
		graph.getEventually("/applications?$orderby=displayName&$count=true&$select=displayName&$top=30")
			.expect(200)
			.json()
			.path("value")
			.forEach((each) -> names.add(each.path("displayName").asString().toLowerCase()));
		assertThat(names).isSorted();
	}

	@Test
	void countIsTextAndNeedsTheHeader() {
		assertThat(graph.get("/applications/$count").expect(400).message())
			.isEqualTo("$count is not currently supported.");
		assertThat(Integer.parseInt(graph.getEventually("/applications/$count").expect(200).response().body()))
			.isGreaterThanOrEqualTo(252);
		assertThat(graph.get("/applications?$count=true&$top=1").expect(200).json().has("@odata.count")).isFalse();
	}

	@Test
	void unknownPropertiesAndUnindexedOnesAreRefused() {
		assertThat(graph.get("/applications?$select=noSuch").expect(400).message())
			.contains("Could not find a property named 'noSuch' on type 'microsoft.graph.application'");
		assertThat(graph.get("/applications?$filter=passwordCredentials eq null").expect(400).code())
			.isEqualTo("Request_UnsupportedQuery");
		graph.get("/applications?$top=1000").expect(400);
		graph.get("/applications?$filter=displayName eq 'x").expect(400);
	}

	@Test
	void ownersAreListedExpandedAddedAndRemoved() {
		String id = graph.post("/applications", "{'displayName': 'Owned'}").expect(201).text("id");
		String user = graph.get("/users?$filter=startsWith(displayName,'Anna')&$select=id,displayName")
			.expect(200)
			.text("value/0/id");
		String reference = "{'@odata.id': '" + sandbox.baseUrl() + "/v1.0/directoryObjects/" + user + "'}";
		String path = "/applications/" + id + "/owners";

		assertThat(graph.get(path).expect(200).json().path("value").size()).isZero();
		graph.post(path + "/$ref", reference).expect(204);
		assertThat(graph.post(path + "/$ref", reference).expect(400).message())
			.contains("One or more added object references already exist");
		assertThat(graph.get(path + "?$select=id,displayName").expect(200).text("value/0/@odata.type"))
			.isEqualTo("#microsoft.graph.user");
		assertThat(graph.get(path + "/microsoft.graph.user").expect(200).json().path("value").size()).isOne();
		assertThat(graph.get("/applications/" + id + "?$expand=owners").expect(200).text("owners/0/id"))
			.isEqualTo(user);
		graph.delete(path + "/" + user + "/$ref").expect(204);
		graph.delete(path + "/" + user + "/$ref").expect(404);
	}

	@Test
	void deltaReportsChangesDeletionsAndPurges() {
		String link = graph.get("/applications/delta()?$deltatoken=latest&$select=displayName")
			.expect(200)
			.text("@odata.deltaLink");
		String changed = graph.post("/applications", "{'displayName': 'Delta one'}").expect(201).text("id");
		String gone = graph.post("/applications", "{'displayName': 'Delta two'}").expect(201).text("id");
		graph.delete("/applications/" + gone).expect(204);

		GraphCalls.Result round = graph.get(link).expect(200);
		assertThat(round.json().path("value")).anySatisfy((each) -> {
			assertThat(each.path("id").asString()).isEqualTo(changed);
			assertThat(each.path("displayName").asString()).isEqualTo("Delta one");
		}).anySatisfy((each) -> assertThat(each.at("/@removed/reason").asString()).isEqualTo("changed"));

		String next = round.text("@odata.deltaLink");
		graph.patch("/applications/" + changed, "{'notes': 'not selected'}").expect(204);
		graph.delete("/directory/deletedItems/" + gone).expect(204);
		JsonNode last = graph.get(next).expect(200).json().path("value");
		assertThat(last.size()).isOne();
		assertThat(last.at("/0/@removed/reason").asString()).isEqualTo("deleted");
	}

	@Test
	void firstDeltaRoundHasEverything() {
		Set<String> ids = new HashSet<>();
		String next = "/applications/delta?$select=displayName,passwordCredentials";
		while (!next.isEmpty()) {
			GraphCalls.Result page = graph.get(next).expect(200);
			page.json().path("value").forEach((each) -> ids.add(each.path("id").asString()));
			next = page.text("@odata.nextLink");
		}

		assertThat(ids).hasSizeGreaterThanOrEqualTo(252);
	}

	@Test
	void batchAnswersEachRequestByItself() {
		GraphCalls.Result batch = graph.post("/$batch", """
				{'requests': [
				 {'id': '1', 'method': 'GET', 'url': '/me?$select=displayName'},
				 {'id': '2', 'method': 'GET', 'url': '/applications/00000000-0000-0000-0000-000000000001'},
				 {'id': '3', 'method': 'GET', 'url': '/organization', 'dependsOn': ['2']}]}
				""").expect(200);

		assertThat(batch.json().at("/responses/0/body/displayName").asString()).isEqualTo("Priya Raman");
		assertThat(batch.json().at("/responses/1/status").asInt()).isEqualTo(404);
		assertThat(batch.json().at("/responses/2/status").asInt()).isEqualTo(424);
		graph.post("/$batch",
				"{'requests': [{'id': '1', 'method': 'GET', 'url': '/me'}, {'id': '1', 'method': 'GET', 'url': '/me'}]}")
			.expect(400);
	}

	@Test
	void tenantAndPersonAreDescribed() {
		assertThat(graph.get("/organization").expect(200).text("value/0/displayName")).isEqualTo("Contoso Health");
		assertThat(graph.get("/domains").expect(200).json().path("value").size()).isEqualTo(2);
		assertThat(graph.get("/me/transitiveMemberOf/microsoft.graph.directoryRole")
			.expect(200)
			.text("value/0/roleTemplateId")).isEqualTo("158c047a-c907-4556-b7ef-446551a6b5f7");
		assertThat(graph.get("/me/memberOf/graph.directoryRole").expect(200).json().path("value").size()).isOne();
	}

}
