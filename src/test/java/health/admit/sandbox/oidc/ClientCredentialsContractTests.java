package health.admit.sandbox.oidc;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import health.admit.support.TestCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an application without a person sees of the token endpoint.
 */
class ClientCredentialsContractTests {

	private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private static final String FHIR = "https://contoso-fhir.fhir.azurehealthcareapis.com";

	private static TestTenant tenant;

	@BeforeAll
	static void start() {
		tenant = new TestTenant();
	}

	@AfterAll
	static void stop() {
		tenant.close();
	}

	@AfterEach
	void reset() {
		tenant.travel(Duration.ZERO);
		tenant.bean(SignInFaults.class).reset();
	}

	@Test
	void aSecretBringsATokenOfTheShapeThatTheHealthServicesRead() {
		UUID client = tenant.confidential();
		TestTenant.Answer answer = byTestSecret(client, FHIR + "/.default");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("token_type")).isEqualTo("Bearer");
		assertThat(answer.json().path("expires_in").asInt()).isBetween(3600, 5400);
		assertThat(answer.json().has("refresh_token")).isFalse();
		String principal = tenant.directory().principal(client).orElseThrow().objectId().toString();
		assertThat(answer.claims("access_token")).containsEntry("aud", List.of(FHIR))
			.containsEntry("iss", tenant.tenant() + "/")
			.containsEntry("ver", "1.0")
			.containsEntry("appid", client.toString())
			.containsEntry("appidacr", "1")
			.containsEntry("oid", principal)
			.containsEntry("sub", principal)
			.containsEntry("idtyp", "app")
			.containsEntry("tid", tenant.directory().tenantId().toString())
			.doesNotContainKeys("roles", "scp");
	}

	@Test
	void theServicesCanReadTheTokenForTheirAudienceOnly() {
		UUID client = tenant.confidential();
		String token = byTestSecret(client, TestTenant.GRAPH).text("access_token");
		TokenReader reader = tenant.bean(TokenReader.class);
		Caller caller = reader.read(token, "https://graph.microsoft.com");
		assertThat(caller.appOnly()).isTrue();
		assertThat(caller.appId()).isEqualTo(client);
		assertThatExceptionOfType(TokenRefused.class).isThrownBy(() -> reader.read(token, FHIR))
			.withMessageContaining("Invalid audience");
		assertThatExceptionOfType(TokenRefused.class).isThrownBy(
				() -> reader.read(token.substring(0, token.length() - 8) + "AAAAAAAA", "https://graph.microsoft.com"));
		assertThatExceptionOfType(TokenRefused.class).isThrownBy(() -> reader.read("nonsense", FHIR))
			.withMessageContaining("not well formed");
		tenant.travel(Duration.ofHours(2));
		assertThatExceptionOfType(TokenRefused.class)
			.isThrownBy(() -> reader.read(token, "https://graph.microsoft.com"))
			.withMessageContaining("expired");
	}

	@Test
	void anApiThatWantsVersion2GetsItsAppIdAsAudience() {
		UUID api = tenant.register((app) -> {
			app.withArray("identifierUris").add("api://lab");
			app.withObject("/api").put("requestedAccessTokenVersion", 2);
		});
		UUID client = tenant.confidential();
		assertThat(byTestSecret(client, api + "/.default").claims("access_token"))
			.containsEntry("aud", List.of(api.toString()))
			.containsEntry("iss", tenant.tenant() + "/v2.0")
			.containsEntry("azp", client.toString())
			.containsEntry("azpacr", "1");
	}

	@Test
	void aSecretMayComeInTheHeader() {
		UUID client = tenant.confidential();
		String basic = Base64.getEncoder().encodeToString((client + ":a-secret%7Eof-a-test").getBytes());
		assertThat(tenant
			.post(path(), Map.of("Authorization", "Basic " + basic), "grant_type", "client_credentials", "scope",
					TestTenant.GRAPH)
			.status()).isEqualTo(200);
	}

	@Test
	void theFormIsReadWithoutAContentType() {
		UUID client = tenant.confidential();
		assertThat(tenant
			.post(path(), Map.of("Content-Type", ""), "grant_type", "client_credentials", "client_id",
					client.toString(), "client_secret", TestTenant.SECRET, "scope", TestTenant.GRAPH)
			.status()).isEqualTo(200);
	}

	@Test
	void theScopesThatMsalAlwaysAddsAreIgnored() {
		assertThat(byTestSecret(tenant.confidential(), TestTenant.GRAPH + " openid profile offline_access").status())
			.isEqualTo(200);
	}

	@Test
	void version1TakesAResourceAndAnswersInTexts() {
		UUID client = tenant.confidential();
		TestTenant.Answer answer = tenant.post("/" + tenant.directory().tenantId() + "/oauth2/token", Map.of(),
				"grant_type", "client_credentials", "client_id", client.toString(), "client_secret", TestTenant.SECRET,
				"resource", "https://dicom.healthcareapis.azure.com");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("expires_in")).matches("\\d+");
		assertThat(answer.text("resource")).isEqualTo("https://dicom.healthcareapis.azure.com");
		assertThat(answer.claims("access_token")).containsEntry("aud",
				List.of("https://dicom.healthcareapis.azure.com"));
	}

	@Test
	void aRefusalIsWordedAsEntraDoes() {
		UUID client = tenant.confidential();
		TestTenant.Answer answer = bySecret(client, "wrong", TestTenant.GRAPH);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.text("error")).isEqualTo("invalid_client");
		assertThat(answer.code()).isEqualTo(7000215);
		assertThat(answer.text("error_description")).startsWith("AADSTS7000215: Invalid client secret provided. "
				+ "Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '"
				+ client + "'.")
			.containsPattern(Pattern.compile(
					"\r\nTrace ID: [0-9a-f-]{36}\r\nCorrelation ID: [0-9a-f-]{36}\r\nTimestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$"));
		assertThat(answer.text("error_uri")).endsWith("/error?code=7000215");
		assertThat(answer.text("timestamp")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ");
	}

	@Test
	void theCallersRequestIdComesBack() {
		String id = UUID.randomUUID().toString();
		assertThat(tenant.post(path(), Map.of("client-request-id", id), "grant_type", "x").text("correlation_id"))
			.isEqualTo(id);
	}

	@Test
	void aSecretIsGoodFromItsStartToItsEnd() {
		UUID client = tenant.register((app) -> TestTenant.secret(app, TestTenant.SECRET,
				tenant.now().plus(Duration.ofDays(1)), tenant.now().plus(Duration.ofDays(2))));
		assertThat(byTestSecret(client, TestTenant.GRAPH).code()).isEqualTo(7000215);
		tenant.travel(Duration.ofHours(25));
		assertThat(byTestSecret(client, TestTenant.GRAPH).status()).isEqualTo(200);
		tenant.travel(Duration.ofDays(3));
		assertThat(byTestSecret(client, TestTenant.GRAPH).code()).isEqualTo(7000222);
	}

	@ParameterizedTest
	@CsvSource({ "https://graph.microsoft.com/User.Read, 1002012, invalid_scope", "openid, 1002012, invalid_scope",
			"launch/patient, 70011, invalid_scope", "https://nowhere.example/.default, 500011, invalid_resource",
			"https://graph.microsoft.com/.default https://management.azure.com/.default, 70011, invalid_scope",
			"'', 900144, invalid_request" })
	void scopesThatCannotWorkAreRefused(String scope, int code, String error) {
		TestTenant.Answer answer = byTestSecret(tenant.confidential(), scope);
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.text("error")).isEqualTo(error);
		assertThat(answer.status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "common, 9001023", "consumers, 9001023", "organizations, 50059", "other.example, 90002" })
	void anApplicationNamesItsTenant(String path, int code) {
		UUID client = tenant.confidential();
		assertThat(tenant
			.post("/" + path + "/oauth2/v2.0/token", Map.of(), "grant_type", "client_credentials", "client_id",
					client.toString(), "client_secret", TestTenant.SECRET, "scope", TestTenant.GRAPH)
			.code()).isEqualTo(code);
	}

	@Test
	void clientsThatCannotBeUsedAreRefused() {
		assertThat(byTestSecret(UUID.randomUUID(), TestTenant.GRAPH).code()).isEqualTo(700016);
		UUID without = tenant.registerOnly(
				(app) -> TestTenant.secret(app, TestTenant.SECRET, tenant.now(), tenant.now().plusSeconds(600)));
		assertThat(byTestSecret(without, TestTenant.GRAPH).code()).isEqualTo(7000229);
		UUID disabled = tenant.register((app) -> {
			app.put("isDisabled", true);
			TestTenant.secret(app, TestTenant.SECRET, tenant.now(), tenant.now().plusSeconds(600));
		});
		assertThat(byTestSecret(disabled, TestTenant.GRAPH).code()).isEqualTo(7000112);
		assertThat(tenant
			.token("grant_type", "client_credentials", "client_id", tenant.confidential().toString(), "scope",
					TestTenant.GRAPH)
			.code()).isEqualTo(7000216);
		assertThat(tenant.token("grant_type", "password", "client_id", tenant.confidential().toString()).code())
			.isEqualTo(70003);
		assertThat(tenant.token("client_id", "x").code()).isEqualTo(900144);
	}

	@ParameterizedTest
	@CsvSource({ "PS256, x5t#S256, SHA-256, url", "PS256, x5t#S256, SHA-256, plain", "RS256, x5t#S256, SHA-256, plain",
			"RS256, x5t, SHA-1, url", "RS256, x5t, SHA-1, plain" })
	void aCertificateProvesTheClientInEveryFormThatLibrariesSend(String algorithm, String member, String hash,
			String alphabet) {
		TestCertificate certificate = TestCertificate.create();
		UUID client = withCertificate(certificate);
		Base64.Encoder encoder = alphabet.equals("url") ? Base64.getUrlEncoder().withoutPadding() : Base64.getEncoder();
		String assertion = certificate.assertion(JWSAlgorithm.parse(algorithm), member,
				encoder.encodeToString(certificate.thumbprint(hash)),
				TestCertificate.claims(client, tenant.tenant() + "/oauth2/v2.0/token", tenant.now()));
		TestTenant.Answer answer = byAssertion(client, assertion);
		assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
		assertThat(answer.claims("access_token")).containsEntry("appidacr", "2");
	}

	@Test
	void aCertificateThatIsNotRegisteredOrOutOfTimeIsRefused() {
		TestCertificate certificate = TestCertificate.create();
		UUID other = withCertificate(TestCertificate.create());
		String audience = tenant.tenant() + "/oauth2/v2.0/token";
		TestTenant.Answer unknown = byAssertion(other, certificate.assertion(other, audience, tenant.now()));
		assertThat(unknown.status()).isEqualTo(401);
		assertThat(unknown.code()).isEqualTo(700027);
		assertThat(unknown.text("error_description")).contains("The key was not found.");
		UUID client = withCertificate(certificate);
		tenant.travel(Duration.ofDays(20));
		TestTenant.Answer expired = byAssertion(client, certificate.assertion(client, audience, tenant.now()));
		assertThat(expired.code()).isEqualTo(700027);
		assertThat(expired.text("error_description")).contains("The key used is expired.");
	}

	@Test
	void anAssertionIsForThisServiceNowAndForThisClient() {
		TestCertificate certificate = TestCertificate.create();
		UUID client = withCertificate(certificate);
		String audience = tenant.tenant() + "/oauth2/v2.0/token";
		assertThat(byAssertion(client, certificate.assertion(client, audience, tenant.now().minus(Duration.ofHours(2))))
			.code()).isEqualTo(700024);
		assertThat(byAssertion(client, certificate.assertion(client, "https://elsewhere.example", tenant.now())).code())
			.isEqualTo(700023);
		assertThat(byAssertion(client, certificate.assertion(UUID.randomUUID(), audience, tenant.now())).code())
			.isEqualTo(700021);
		assertThat(byAssertion(client, "not-a-token").code()).isEqualTo(50027);
	}

	@Test
	void aForgedSignatureIsRefused() {
		TestCertificate certificate = TestCertificate.create();
		UUID client = withCertificate(certificate);
		TestCertificate forger = TestCertificate.create();
		String assertion = forger.assertion(JWSAlgorithm.PS256, "x5t#S256",
				Base64.getUrlEncoder().withoutPadding().encodeToString(certificate.thumbprint("SHA-256")),
				TestCertificate.claims(client, tenant.tenant() + "/oauth2/v2.0/token", tenant.now()));
		TestTenant.Answer answer = byAssertion(client, assertion);
		assertThat(answer.code()).isEqualTo(700027);
		assertThat(answer.text("error_description")).contains("did not match the expected signature");
	}

	@Test
	void aTokenOfAnotherIssuerNeedsAFederatedCredential() {
		TestCertificate certificate = TestCertificate.create();
		UUID client = withCertificate(certificate);
		JWTClaimsSet claims = new JWTClaimsSet.Builder(
				TestCertificate.claims(client, "api://AzureADTokenExchange", tenant.now()))
			.issuer("https://token.actions.githubusercontent.com")
			.subject("repo:contoso/app:ref:refs/heads/main")
			.build();
		assertThat(byAssertion(client, certificate.assertion(JWSAlgorithm.RS256, "x5t", "AAAA", claims)).code())
			.isEqualTo(700211);
	}

	@Test
	void faultsAreFeltAtTheTokenEndpoint() {
		UUID client = tenant.confidential();
		SignInFaults faults = tenant.bean(SignInFaults.class);
		faults.failNext(1);
		TestTenant.Answer failed = byTestSecret(client, TestTenant.GRAPH);
		assertThat(failed.status()).isEqualTo(503);
		assertThat(failed.text("error")).isEqualTo("temporarily_unavailable");
		faults.shortenAccessTokens(Duration.ofSeconds(90));
		assertThat(byTestSecret(client, TestTenant.GRAPH).json().path("expires_in").asInt()).isEqualTo(90);
	}

	private static UUID withCertificate(TestCertificate certificate) {
		return tenant.register((app) -> TestTenant.certificate(app, certificate.der(), tenant.now().minusSeconds(60),
				tenant.now().plus(Duration.ofDays(10))));
	}

	private static String path() {
		return "/" + tenant.directory().tenantId() + "/oauth2/v2.0/token";
	}

	private static TestTenant.Answer byTestSecret(UUID client, String scope) {
		return bySecret(client, TestTenant.SECRET, scope);
	}

	private static TestTenant.Answer bySecret(UUID client, String secret, String scope) {
		return tenant.token("grant_type", "client_credentials", "client_id", client.toString(), "client_secret", secret,
				"scope", scope);
	}

	private static TestTenant.Answer byAssertion(UUID client, String assertion) {
		return tenant.token("grant_type", "client_credentials", "client_id", client.toString(), "scope",
				TestTenant.GRAPH, "client_assertion_type", ASSERTION_TYPE, "client_assertion", assertion);
	}

}
