package health.admit.sandbox.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reading a whole tenant needs of Graph.
 */
class ScanContractTests {

	private static final String CERTIFICATES = "/applications?$top=1&$select=id,keyCredentials";

	private static final String USE = "/beta/reports/appCredentialSignInActivities";

	private static SandboxServer sandbox;

	private static SandboxControls controls;

	private static GraphCalls graph;

	private static Store store;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start("applications=1200");
		controls = new SandboxControls(sandbox);
		graph = GraphCalls.asRegistrar(sandbox);
		store = sandbox.bean(Store.class);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@AfterEach
	void asBefore() {
		controls.keyCredentialRequests(0);
		controls.premium(true);
	}

	@Test
	void federatedCredentialsAreExpandedInListsAndAlone() {
		JsonNode page = graph.get("/applications?$top=999&$select=id,displayName&$expand=federatedIdentityCredentials")
			.expect(200)
			.json();
		assertThat(page.path("value"))
			.allSatisfy((each) -> assertThat(each.has("federatedIdentityCredentials")).isTrue())
			.anySatisfy((each) -> assertThat(each.path("federatedIdentityCredentials").size()).isPositive());
		assertThat(page.path("@odata.nextLink").asString()).contains("expand=federatedIdentityCredentials");
		String id = graph.post("/applications", "{'displayName': 'Expanded'}").expect(201).text("id");
		assertThat(graph.get("/applications/" + id + "?$select=id&$expand=federatedIdentityCredentials")
			.expect(200)
			.json()
			.path("federatedIdentityCredentials")
			.size()).isZero();
	}

	@Test
	void whatIsDeletedLiesOnNoPage() {
		List<Item> all = store.all(Kind.APPLICATION, Copy.MASTER);
		UUID deleted = all.get(500).id();
		UUID purged = all.get(501).id();
		graph.delete("/applications/" + deleted).expect(204);
		store.purge(Kind.APPLICATION, purged);
		Set<String> ids = new HashSet<>();
		String next = "/applications?$top=100&$select=id";
		while (!next.isEmpty()) {
			GraphCalls.Result page = graph.get(next).expect(200);
			page.json().path("value").forEach((each) -> assertThat(ids.add(each.path("id").asString())).isTrue());
			next = page.text("@odata.nextLink");
		}
		assertThat(ids).doesNotContain(deleted.toString(), purged.toString())
			.hasSize((int) store.all(Kind.APPLICATION, Copy.MASTER).stream().filter((item) -> !item.deleted()).count());
	}

	@Test
	void manyChangesComeInPages() {
		String link = graph.get("/applications/delta()?$deltatoken=latest&$select=displayName")
			.expect(200)
			.text("@odata.deltaLink");
		List<Item> changed = store.all(Kind.APPLICATION, Copy.MASTER).subList(0, 1100);
		for (int round = 0; round < 2; round++) {
			for (Item item : changed) {
				store.update(Kind.APPLICATION, item.id(),
						(document) -> document.put("displayName", document.path("displayName").asString() + "!"));
			}
		}
		List<Integer> pages = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		String later = "";
		while (later.isEmpty()) {
			GraphCalls.Result page = graph.get(link).expect(200);
			pages.add(page.json().path("value").size());
			page.json().path("value").forEach((each) -> ids.add(each.path("id").asString()));
			link = page.text("@odata.nextLink");
			later = page.text("@odata.deltaLink");
		}
		assertThat(ids).hasSize(1100);
		assertThat(pages).hasSizeBetween(2, 4).allSatisfy((size) -> assertThat(size).isLessThanOrEqualTo(999));
		assertThat(graph.get(later).expect(200).json().path("value").size()).isZero();
	}

	@Test
	void certificatesMayOnlyBeListedSoOften() {
		controls.keyCredentialRequests(3);
		for (int i = 0; i < 3; i++) {
			graph.get(CERTIFICATES).expect(200);
		}
		GraphCalls.Result refused = graph.get(CERTIFICATES).expect(429);
		assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 61);
		graph.get("/applications?$top=1&$select=id,passwordCredentials").expect(200);
		controls.clock("PT62S");
		graph.get(CERTIFICATES).expect(200);
		controls.clock("PT0S");
		controls.keyCredentialRequests(0);
		graph.get(CERTIFICATES).expect(200);
	}

	@Test
	void useOfCredentialsIsReportedTheSameEachTime() {
		GraphCalls reader = reader("Ingrid");
		List<JsonNode> lines = new ArrayList<>();
		String next = sandbox.baseUrl() + USE + "?$top=400";
		while (!next.isEmpty()) {
			GraphCalls.Result page = reader.get(next).expect(200);
			page.json().path("value").forEach(lines::add);
			next = page.text("@odata.nextLink");
		}
		Set<String> keys = new HashSet<>();
		store.all(Kind.APPLICATION, Copy.MASTER).stream().filter((item) -> !item.deleted()).forEach((item) -> {
			Json.objects(item.json(), "passwordCredentials").forEach((each) -> keys.add(Json.text(each, "keyId")));
			Json.objects(item.json(), "keyCredentials").forEach((each) -> keys.add(Json.text(each, "keyId")));
		});
		assertThat(lines).extracting((line) -> line.path("keyId").asString()).doesNotHaveDuplicates().isSubsetOf(keys);
		assertThat(lines).hasSizeBetween(keys.size() / 3, keys.size() - 1);
		assertThat(lines)
			.allSatisfy((line) -> assertThat(line.at("/signInActivity/lastSignInDateTime").asString()).isNotBlank());
		String one = lines.get(0).path("keyId").asString();
		assertThat(reader.get(sandbox.baseUrl() + USE + "?$filter=keyId eq '" + one + "'")
			.expect(200)
			.json()
			.path("value")).singleElement()
			.satisfies((line) -> assertThat(line.path("appObjectId")).isEqualTo(lines.get(0).path("appObjectId")));
	}

	@ParameterizedTest
	@CsvSource({ "Amara,200", "Ingrid,200", "Priya,403", "Tom,403", "Noah,403" })
	void onlySomeRolesReadReports(String person, int status) {
		reader(person).get(sandbox.baseUrl() + USE).expect(status);
	}

	@Test
	void reportsNeedTheScopeAndTheLicence() {
		assertThat(graph.get(sandbox.baseUrl() + USE).expect(403).code()).isEqualTo("Authorization_RequestDenied");
		controls.premium(false);
		assertThat(reader("Amara").get(sandbox.baseUrl() + USE).expect(403).code())
			.isEqualTo("Authentication_RequestFromNonPremiumTenantOrB2CTenant");
		reader("Amara").get(USE).expect(501);
	}

	@Test
	void aClientWithoutAPersonNeedsTheRole() {
		SandboxTokens tokens = new SandboxTokens(sandbox);
		GraphCalls with = new GraphCalls(sandbox, tokens.ofClient(UUID.randomUUID(), "Application.Read.All"));
		GraphCalls without = new GraphCalls(sandbox, tokens.ofClient(UUID.randomUUID(), "User.Read.All"));
		String id = store.all(Kind.APPLICATION, Copy.MASTER).get(3).id().toString();
		for (String path : List.of("/applications?$select=id", "/servicePrincipals?$select=id",
				"/applications/delta()?$deltatoken=latest&$select=id", "/applications/" + id + "/owners?$select=id")) {
			with.get(path).expect(200);
			without.get(path).expect(403);
		}
		String batch = "{'requests': [{'id': '1', 'method': 'GET', 'url': '/applications/" + id
				+ "/owners?$select=id'}]}";
		assertThat(with.post("/$batch", batch).expect(200).json().at("/responses/0/status").asInt()).isEqualTo(200);
		assertThat(without.post("/$batch", batch).expect(200).json().at("/responses/0/status").asInt()).isEqualTo(403);
	}

	private static GraphCalls reader(String person) {
		return new GraphCalls(sandbox, new SandboxTokens(sandbox).of(person, "AuditLog.Read.All"));
	}

}
