package health.admit.sandbox.health;

import java.util.UUID;

import health.admit.sandbox.arm.ArmCalls;
import health.admit.sandbox.health.HealthCalls.Result;
import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Organisation;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FhirContractTests {

	private static final String READER = "4c8d0bbc-75d3-4935-991f-5f3c56d81508";

	private static final String WRITER = "3f88fce4-5892-4214-ae73-ba5294559913";

	private static final String EXPORTER = "3db33094-8700-4567-8da5-1501d4e7e843";

	private static final String CONVERTER = "a1705bd2-3a8f-45a5-8683-466fcfd5cc24";

	private static final String SMART = "4ba50f17-9666-485c-a643-ff00808643f0";

	private static SandboxServer sandbox;

	private static HealthCalls calls;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start("applications=5");
		calls = new HealthCalls(sandbox);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@AfterEach
	void asItWas() {
		calls.control("/reset", "{}");
	}

	@Test
	void anybodyLearnsWhichTenantTheServiceTrusts() {
		Result statement = calls.get(calls.clinical() + "/metadata", "").expect(200);
		assertThat(statement.text("fhirVersion")).isEqualTo("4.0.1");
		assertThat(statement.text("rest/0/security/extension/0/url")).endsWith("/oauth-uris");
		assertThat(statement.text("rest/0/security/extension/0/extension/1/valueUri"))
			.isEqualTo(sandbox.baseUrl() + "/" + Organisation.CONTOSO_HEALTH.tenantId() + "/oauth2/authorize");
	}

	@Test
	void discoveryAndHealthNeedNoToken() {
		assertThat(
				calls.get(calls.clinical() + "/.well-known/smart-configuration", "").expect(200).text("token_endpoint"))
			.endsWith("/oauth2/token");
		assertThat(calls.get(calls.clinical() + "/$versions", "").expect(200).text("default")).isEqualTo("4.0");
		assertThat(calls.get(calls.clinical() + "/health/check", "").expect(200).text("overallStatus"))
			.isEqualTo("Healthy");
	}

	@Test
	void withoutATokenTheChallengeNamesAuthorityAndAudience() {
		Result refused = calls.get(calls.clinical() + "/Patient?_count=1", "").expect(401);
		assertThat(refused.header("WWW-Authenticate"))
			.isEqualTo("Bearer authorization_uri=\"" + sandbox.baseUrl() + "/" + Organisation.CONTOSO_HEALTH.tenantId()
					+ "\", resource_id=\"" + calls.clinical() + "\", realm=\"" + calls.clinical() + "\"");
		assertThat(refused.text("resourceType")).isEqualTo("OperationOutcome");
		assertThat(refused.text("issue/0/code")).isEqualTo("login");
		assertThat(refused.text("issue/0/diagnostics")).isEqualTo("Authentication failed.");
		assertThat(calls.get(calls.research() + "/Patient", "").expect(401).header("WWW-Authenticate"))
			.contains("resource_id=\"https://fhir.azurehealthcareapis.com\"");
	}

	@Test
	void tokenIsRefusedForWhatIsWrongWithIt() {
		SandboxTokens tokens = new SandboxTokens(sandbox);
		assertThat(challenge(tokens.forAudience("https://azurehealthcareapis.com", "Amara")))
			.endsWith("error=\"invalid_token\", error_description=\"The audience is invalid\"");
		assertThat(challenge(tokens.expiredFor(calls.clinical(), "Amara")))
			.endsWith("error=\"invalid_token\", error_description=\"The token is expired\"");
		assertThat(challenge(tokens.ofOtherTenant(calls.clinical(), "Amara")))
			.endsWith("error=\"invalid_token\", error_description=\"The issuer is invalid\"");
		assertThat(challenge("nonsense")).endsWith("error=\"invalid_token\"");
	}

	@Test
	void serviceWithAnotherAudienceWantsThatOne() {
		String derived = calls.token(calls.research(), HealthCalls.AUTOMATION_PRINCIPAL);
		assertThat(calls.get(calls.research() + "/Patient", derived).expect(401).header("WWW-Authenticate"))
			.contains("The audience is invalid");
		String asked = calls.token("https://fhir.azurehealthcareapis.com", HealthCalls.AUTOMATION_PRINCIPAL);
		calls.get(calls.research() + "/Patient", asked).expect(403);
	}

	@Test
	void withoutARoleTheAnswerIsForbidden() {
		String token = new SandboxTokens(sandbox).forAudience(calls.clinical(), "Amara");
		Result refused = calls.get(calls.clinical() + "/Patient?_count=1", token).expect(403);
		assertThat(refused.text("issue/0/code")).isEqualTo("forbidden");
		assertThat(refused.text("issue/0/diagnostics")).isEqualTo("Authorization failed.");
	}

	@Test
	void seededClientGetsATokenAndReads() {
		String token = calls.askForToken(calls.clinical() + "/.default").expect(200).text("access_token");
		Result bundle = calls.get(calls.clinical() + "/Patient?_summary=count", token).expect(200);
		assertThat(bundle.json().path("total").asInt()).isEqualTo(4);
		assertThat(bundle.json().has("entry")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/fhir/contosohealth-nowhere/.default", "/fhir/.default" })
	void audienceOfNoServiceGetsNoToken(String path) {
		Result refused = calls.askForToken(sandbox.baseUrl() + path).expect(400);
		assertThat(refused.text("error_description")).startsWith("AADSTS500011");
	}

	@Test
	void roleIsInheritedAndComesLate() {
		UUID noah = new SandboxTokens(sandbox).person("Noah").objectId();
		String token = calls.token(calls.clinical(), noah);
		calls.control("/faults", "{\"lag\":{\"data_plane\":60000}}");
		ArmCalls.as(sandbox, "Amara").assign(ArmCalls.PRODUCTION, UUID.randomUUID(), READER, noah, "User").expect(201);
		calls.get(calls.clinical() + "/Patient", token).expect(403);
		calls.control("/clock", "{\"offset\":\"PT61S\"}");
		calls.get(calls.clinical() + "/Patient", token).expect(200);
	}

	@ParameterizedTest
	@CsvSource({ READER + ",200,403,403,403", WRITER + ",200,201,501,400", EXPORTER + ",200,403,501,403",
			CONVERTER + ",403,403,403,400", SMART + ",501,501,501,501" })
	void eachRoleAllowsWhatItsDataActionsSay(String role, int read, int write, int export, int convert) {
		UUID noah = new SandboxTokens(sandbox).person("Noah").objectId();
		String token = calls.token(calls.clinical(), noah);
		ArmCalls.as(sandbox, "Amara").assign(ArmCalls.CLINICAL, UUID.randomUUID(), role, noah, "User").expect(201);
		calls.get(calls.clinical() + "/Patient", token).expect(read);
		calls.send("POST", calls.clinical() + "/Patient", token, "{\"resourceType\":\"Patient\"}").expect(write);
		calls.get(calls.clinical() + "/$export", token).expect(export);
		calls.send("POST", calls.clinical() + "/$convert-data", token, "{}").expect(convert);
	}

	@Test
	void resourceIsCreatedChangedAndDeleted() {
		String token = writer();
		Result made = calls
			.send("POST", calls.clinical() + "/Patient", token,
					"{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Probe\"}]}")
			.expect(201);
		String id = made.text("id");
		String address = calls.clinical() + "/Patient/" + id;
		assertThat(made.header("Location")).isEqualTo(address + "/_history/1");
		assertThat(made.header("ETag")).isEqualTo("W/\"1\"");
		calls.send("PUT", address, token, "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\",\"active\":false}")
			.expect(200);
		assertThat(calls.get(address, token).expect(200).text("meta/versionId")).isEqualTo("2");
		assertThat(calls.get(address + "/_history", token).expect(200).json().path("total").asInt()).isEqualTo(2);
		calls.send("DELETE", address, token, "").expect(204);
		calls.get(address, token).expect(410);
		calls.get(calls.clinical() + "/Patient/none", token).expect(404);
		calls.send("PUT", address, token, "{\"resourceType\":\"Patient\",\"id\":\"other\"}").expect(400);
		calls.send("POST", calls.clinical() + "/Patient", token, "{").expect(400);
	}

	@Test
	void searchNarrowsAndComesInPages() {
		String token = calls.token(calls.clinical(), HealthCalls.AUTOMATION_PRINCIPAL);
		assertThat(total("name=lin", token)).isEqualTo(1);
		assertThat(total("identifier=CH-100002", token)).isEqualTo(1);
		assertThat(total("identifier=https%3A%2F%2Fcontosohealth.example%2Fmrn%7CCH-100002", token)).isEqualTo(1);
		assertThat(total("identifier=https%3A%2F%2Felsewhere%7CCH-100002", token)).isZero();
		assertThat(total("_id=aurora-lind,naledi-dube", token)).isEqualTo(2);
		Result first = calls.get(calls.clinical() + "/Patient?_count=3", token).expect(200);
		assertThat(first.json().path("entry")).hasSize(3);
		assertThat(first.text("link/0/relation")).isEqualTo("next");
		Result second = calls.get(first.text("link/0/url"), token).expect(200);
		assertThat(second.json().path("entry")).hasSize(1);
		assertThat(second.text("link/0/relation")).isEqualTo("self");
		calls.get(calls.clinical() + "/Patient?address=x", token).expect(501);
		calls.get(calls.clinical() + "/Patient?_format=xml", token).expect(501);
	}

	@Test
	void pageOfAConfiguredOriginMayCall() {
		Result asked = calls.send("OPTIONS", calls.clinical() + "/Patient", "", new byte[0], "Origin",
				"http://localhost:3000", "Access-Control-Request-Method", "GET", "Access-Control-Request-Headers",
				"authorization");
		assertThat(asked.expect(204).header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
		assertThat(asked.header("Access-Control-Allow-Methods")).isEqualTo("GET");
		assertThat(asked.header("Access-Control-Allow-Headers")).isEqualTo("authorization");
		assertThat(calls.get(calls.clinical() + "/Patient", "", "Origin", "https://elsewhere.example")
			.expect(401)
			.header("Access-Control-Allow-Origin")).isEmpty();
	}

	@Test
	void faultsAreWordedAsTheServiceDoesAndLogged() {
		String token = calls.token(calls.clinical(), HealthCalls.AUTOMATION_PRINCIPAL);
		calls.control("/faults",
				"{\"rules\":[{\"kind\":\"throttle\",\"path\":\"^/fhir/\"},{\"kind\":\"denied\",\"path\":\"^/subscriptions\"}]}");
		Result struck = calls.get(calls.clinical() + "/Patient", token).expect(429);
		assertThat(struck.text("resourceType")).isEqualTo("OperationOutcome");
		assertThat(struck.header("Retry-After")).isEqualTo("1");
		assertThat(ArmCalls.as(sandbox, "Amara").get(ArmCalls.CLINICAL).expect(403).text("error/code"))
			.isEqualTo("AuthorizationFailed");
		calls.get(calls.clinical() + "/Patient", token).expect(200);
		String log = calls.get(sandbox.baseUrl() + "/_sandbox/requests", "").body();
		assertThat(log).contains("\"fault\":\"THROTTLE\"", "\"oid\":\"" + HealthCalls.AUTOMATION_PRINCIPAL + "\"")
			.doesNotContain(token);
	}

	@Test
	void unknownServiceIsNotThere() {
		calls.get(sandbox.baseUrl() + "/fhir/contosohealth-nowhere/metadata", "").expect(404);
	}

	private static int total(String query, String token) {
		return calls.get(calls.clinical() + "/Patient?_summary=count&" + query, token)
			.expect(200)
			.json()
			.path("total")
			.asInt();
	}

	private static String writer() {
		UUID noah = new SandboxTokens(sandbox).person("Noah").objectId();
		ArmCalls.as(sandbox, "Amara").assign(ArmCalls.CLINICAL, UUID.randomUUID(), WRITER, noah, "User").expect(201);
		return calls.token(calls.clinical(), noah);
	}

	private static String challenge(String token) {
		Result refused = calls.get(calls.clinical() + "/Patient", token).expect(401);
		assertThat(refused.text("issue/0/code")).isEqualTo("login");
		return refused.header("WWW-Authenticate");
	}

}
