package health.admit.sandbox.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.TenantDirectory;
import health.admit.support.SandboxServer;
import health.admit.support.TestCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialContractTests {

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
	void secretIsShownOnceAndLastsTwoYearsUnlessSaid() {
		String id = newApplication();

		GraphCalls.Result secret = graph
			.post("/applications/" + id + "/addPassword", "{'passwordCredential': {'displayName': 'first'}}")
			.expect(200);

		String text = secret.text("secretText");
		assertThat(text).hasSize(40).matches("[A-Za-z0-9~._-]+").startsWith(secret.text("hint"));
		Duration life = Duration.between(Instant.parse(secret.text("startDateTime")),
				Instant.parse(secret.text("endDateTime")));
		assertThat(life).isBetween(Duration.ofDays(729), Duration.ofDays(732));
		GraphCalls.Result after = graph.get("/applications/" + id + "?$select=passwordCredentials").expect(200);
		assertThat(after.response().body()).doesNotContain(text).doesNotContain("sha256");
		assertThat(after.json().at("/passwordCredentials/0/secretText").isNull()
				|| after.json().at("/passwordCredentials/0/secretText").isMissingNode())
			.isTrue();
		graph.post("/applications/" + id + "/removePassword", "{'keyId': '" + secret.text("keyId") + "'}").expect(204);
		assertThat(graph.post("/applications/" + id + "/removePassword", "{'keyId': '" + secret.text("keyId") + "'}")
			.expect(400)
			.message()).contains("No password credential found with keyId");
	}

	@Test
	void secretMadeWithTheApplicationIsInThatAnswer() {
		GraphCalls.Result created = graph
			.post("/applications", "{'displayName': 'At once', 'passwordCredentials': [{'displayName': 'p'}]}")
			.expect(201);

		assertThat(created.text("passwordCredentials/0/secretText")).hasSize(40);
		graph.patch("/applications/" + created.text("id"), "{'passwordCredentials': []}").expect(400);
	}

	@Test
	void policyOfTheTenantForbidsOrLimitsSecrets() {
		GraphCalls admin = GraphCalls.as(sandbox, "Amara");
		String id = newApplication();
		String path = "/applications/" + id + "/addPassword";
		graph.patch("/policies/defaultAppManagementPolicy", "{'isEnabled': true}").expect(403);
		try {
			admin.patch("/policies/defaultAppManagementPolicy", restriction("passwordLifetime", "P90D")).expect(204);
			assertThat(graph.get("/policies/defaultAppManagementPolicy")
				.expect(200)
				.text("applicationRestrictions/passwordCredentials/0/maxLifetime")).isEqualTo("P90D");
			assertThat(graph.post(path, "{}").expect(400).code()).isEqualTo("CredentialInvalidLifetimeAsPerAppPolicy");
			String end = Instant.now().plus(Duration.ofDays(60)).toString();
			graph.post(path, "{'passwordCredential': {'endDateTime': '" + end + "'}}").expect(200);

			admin.patch("/policies/defaultAppManagementPolicy", restriction("passwordAddition", "P1D")).expect(204);
			assertThat(graph.post(path, "{}").expect(400).code()).isEqualTo("CredentialTypeNotAllowedAsPerAppPolicy");
		}
		finally {
			admin.patch("/policies/defaultAppManagementPolicy", "{'isEnabled': false}").expect(204);
		}
		graph.post(path, "{}").expect(200);
	}

	@Test
	void certificatesAreReplacedAsAWholeAndKeptByKeyId() throws Exception {
		String id = newApplication();
		graph.patch("/applications/" + id, keys(key(certificate("one")))).expect(204);
		GraphCalls.Result listed = graph.get("/applications/" + id);
		JsonNode first = listed.json().at("/keyCredentials/0");
		assertThat(first.path("key").isNull()).isTrue();
		assertThat(first.path("customKeyIdentifier").asString()).matches("[0-9A-F]{40}");
		assertThat(graph.get("/applications/" + id + "?$select=keyCredentials").text("keyCredentials/0/key"))
			.isNotEmpty();

		String kept = "{'keyId': '" + first.path("keyId").asString()
				+ "', 'type': 'AsymmetricX509Cert', 'usage': 'Verify', 'key': null}";
		graph.patch("/applications/" + id, keys(kept + "," + key(certificate("two")))).expect(204);
		UUID appId = UUID.fromString(listed.text("appId"));
		Client client = sandbox.bean(TenantDirectory.class).client(appId).orElseThrow();
		assertThat(client.certificates()).hasSize(2);

		graph.patch("/applications/" + id, "{'keyCredentials': []}").expect(204);
		assertThat(graph.get("/applications/" + id).json().path("keyCredentials").size()).isZero();
	}

	@Test
	void whatIsNoCertificateIsRefused() {
		String id = newApplication();
		String nonsense = Base64.getEncoder().encodeToString("no certificate".getBytes());

		graph.patch("/applications/" + id, keys(key(nonsense))).expect(400);
		graph.post("/applications/" + id + "/addKey", "{}").expect(501);
	}

	@Test
	void federatedCredentialsAreNamedUniqueAndImmutableInName() {
		String path = "/applications/" + newApplication() + "/federatedIdentityCredentials";
		String body = "{'name': 'github', 'issuer': 'https://token.actions.githubusercontent.com', 'subject': 'repo:a/b', 'audiences': ['api://AzureADTokenExchange']}";
		String id = graph.post(path, body).expect(201).text("id");

		graph.post(path, body).expect(409);
		graph.post(path, body.replace("github'", "other'")).expect(409);
		graph.patch(path + "/" + id, "{'name': 'renamed'}").expect(400);
		graph.patch(path + "/" + id, "{'subject': 'repo:a/c'}").expect(204);
		assertThat(graph.get(path + "(name='github')").expect(200).text("subject")).isEqualTo("repo:a/c");
		graph.upsert(path + "(name='second')", body.replace("'name': 'github', ", "")).expect(201);
		assertThat(graph.get(path).expect(200).json().path("value").size()).isEqualTo(2);
		graph.delete(path + "/" + id).expect(204);
	}

	private static String newApplication() {
		return graph.post("/applications", "{'displayName': 'Credentials'}").expect(201).text("id");
	}

	private static String restriction(String type, String longest) {
		return "{'isEnabled': true, 'applicationRestrictions': {'passwordCredentials': [{'restrictionType': '" + type
				+ "', 'state': 'enabled', 'maxLifetime': '" + longest + "'}]}}";
	}

	private static String keys(String keys) {
		return "{'keyCredentials': [" + keys + "]}";
	}

	private static String key(String base64) {
		return "{'type': 'AsymmetricX509Cert', 'usage': 'Verify', 'key': '" + base64 + "'}";
	}

	private static String certificate(String name) {
		return Base64.getEncoder().encodeToString(TestCertificate.create("CN=" + name).der());
	}

}
