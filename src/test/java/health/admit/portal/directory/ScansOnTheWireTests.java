package health.admit.portal.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import health.admit.portal.directory.StubGraph.Reply;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the reading of a whole tenant looks like on the wire, and what is made of Graph's
 * answers.
 */
class ScansOnTheWireTests {

	private static final UUID ID = UUID.fromString("0b6a2c1e-6f5e-4f0a-9a37-1d3a9b1c5e01");

	private static final UUID OTHER = UUID.fromString("2d8c4e30-8b70-4b2c-9c59-3f5c1d3e7023");

	private static final UUID APP_ID = UUID.fromString("1c7b3d2f-7a6f-4a1b-8b48-2e4b0c2d6f12");

	private static final UUID KEY = UUID.fromString("3e9d5f41-9c81-4c3d-8d6a-4a6d2e4f8134");

	private static final String EMPTY = "{\"value\":[]}";

	private final StubGraph graph = new StubGraph();

	private final StubbedDirectory stubbed = new StubbedDirectory(this.graph.origin());

	private final TenantScan scan = this.stubbed.scan();

	@AfterEach
	void close() {
		this.graph.close();
	}

	@Test
	void aPageIsAskedForOnceAndHoldsNothingButWhatIsNeeded() {
		this.graph.will(Reply.json(200,
				"""
						{"value":[{"id":"%s","appId":"%s","displayName":"A\\u0000b","createdDateTime":"2024-01-02T03:04:05.1234567Z",
						"somethingNew":{"deep":[1]},
						"passwordCredentials":[{"keyId":"%3$s","displayName":null,"hint":"abc","endDateTime":"2027-01-02T03:04:05Z",
						  "startDateTime":null,"customKeyIdentifier":null,"secretText":null}],
						"keyCredentials":[{"keyId":"%3$s","displayName":"CN=x","type":"AsymmetricX509Cert","usage":"Verify",
						  "key":"AAAA","customKeyIdentifier":"0123456789abcdef0123456789abcdef01234567","endDateTime":null},
						  {"keyId":"%3$s","customKeyIdentifier":"not base 64!"}],
						"federatedIdentityCredentials":[{"id":"%3$s","name":"main","issuer":"https://i.example","subject":"s",
						  "audiences":["a"]}]}],
						"@odata.nextLink":"%4$s/v1.0/applications?$skiptoken=x"}"""
					.formatted(ID, APP_ID, KEY, this.graph.origin())));

		ScanPage page = this.scan.applications(null);

		assertThat(page.next()).isEqualTo(this.graph.origin() + "/v1.0/applications?$skiptoken=x");
		assertThat(page.objects())
			.containsExactly(new ScannedObject(ID, APP_ID, "A\0b", Instant.parse("2024-01-02T03:04:05Z"),
					List.of(new SecretSummary(KEY, null, "abc", null, Instant.parse("2027-01-02T03:04:05Z"))),
					List.of(new CertificateSummary(KEY, "CN=x", "0123456789ABCDEF0123456789ABCDEF01234567", null, null),
							new CertificateSummary(KEY, null, null, null, null)),
					List.of(new ScannedObject.ScannedFederation(KEY, "main", "https://i.example", "s"))));
		assertThat(this.graph.onlyRequest().query()).contains("$top=999",
				"$select=id,appId,displayName,createdDateTime,passwordCredentials,keyCredentials",
				"$expand=federatedIdentityCredentials");
		assertThat(this.stubbed.asked).containsExactly(Set.of(DelegatedScope.APPLICATION_READ));
	}

	@Test
	void aCertificateForSigningIsToldOnce() {
		String twin = "\"customKeyIdentifier\":\"AAAA\",\"endDateTime\":\"2027-01-02T03:04:05Z\"";
		this.graph.will(Reply.json(200,
				"""
						{"value":[{"id":"%1$s","passwordCredentials":[{"keyId":"%2$s",%4$s},{"keyId":"%1$s","customKeyIdentifier":null}],
						"keyCredentials":[{"keyId":"%2$s","usage":"Sign",%4$s},{"keyId":"%3$s","usage":"Verify",%4$s},
						{"keyId":"%5$s","usage":"Verify"}]}]}"""
					.formatted(ID, KEY, OTHER, twin, APP_ID)));
		assertThat(this.scan.servicePrincipals(null).objects()).singleElement().satisfies((object) -> {
			assertThat(object.certificates()).extracting(CertificateSummary::keyId).containsExactly(OTHER, APP_ID);
			assertThat(object.secrets()).extracting(SecretSummary::keyId).containsExactly(ID);
		});
	}

	@Test
	void aLinkIsFollowedAsItIs() {
		this.graph.will(Reply.json(200, EMPTY));
		this.scan.applications(this.graph.origin() + "/v1.0/applications?$skiptoken=a%20b&$top=999");
		assertThat(this.graph.onlyRequest().target()).isEqualTo("/v1.0/applications?$skiptoken=a%20b&$top=999");
	}

	@Test
	void noLinkLeadsAway() {
		try (StubGraph canary = new StubGraph()) {
			canary.will(Reply.json(200, EMPTY));
			assertThatExceptionOfType(DirectoryUnavailable.class)
				.isThrownBy(() -> this.scan.applications(canary.origin() + "/v1.0/applications?$skiptoken=a"));
			assertThatExceptionOfType(DirectoryUnavailable.class)
				.isThrownBy(() -> this.scan.changes(canary.origin() + "/v1.0/applications/delta()?$deltatoken=a"));
			assertThat(canary.requests()).isEmpty();
		}
	}

	@Test
	void whatAChangeDoesNotTellStaysUntold() {
		this.graph.will(Reply.json(200, """
				{"value":[{"id":"%s","passwordCredentials":[]},
				  {"id":"%s","@removed":{"reason":"changed"}},{"id":"%s","@removed":{"reason":"deleted"}}],
				"@odata.deltaLink":"https://later"}""".formatted(ID, OTHER, KEY)));

		ChangePage page = this.scan.changes(this.graph.origin() + "/v1.0/applications/delta()?$deltatoken=a");

		assertThat(page.changed()).containsExactly(new ScannedObject(ID, null, null, null, List.of(), null, null));
		assertThat(page.removed()).containsExactly(OTHER, KEY);
		assertThat(page.next()).isNull();
		assertThat(page.later()).isEqualTo("https://later");
	}

	@Test
	void fromNowOnSkipsWhatIsThere() {
		this.graph.will(Reply.json(200, "{\"value\":[],\"@odata.deltaLink\":\"https://later\"}"));
		assertThat(this.scan.applicationChangesFromNow()).isEqualTo("https://later");
		assertThat(this.scan.servicePrincipalChangesFromNow()).isEqualTo("https://later");
		assertThat(this.graph.requests()).extracting(StubGraph.Request::path)
			.containsExactly("/v1.0/applications/delta()", "/v1.0/servicePrincipals/delta()");
		assertThat(this.graph.requests()).allSatisfy((request) -> assertThat(request.query())
			.contains("$deltatoken=latest", "$select=id,appId,displayName,", "passwordCredentials,keyCredentials"));
	}

	@Test
	void withoutALinkForLaterNothingIsRemembered() {
		this.graph.will(Reply.json(200, EMPTY));
		assertThatExceptionOfType(DirectoryUnavailable.class).isThrownBy(this.scan::applicationChangesFromNow);
	}

	@Test
	void objectsAreCounted() {
		this.graph.will(Reply.json(200, "100000"));
		assertThat(this.scan.applicationCount()).isEqualTo(100_000);
		assertThat(this.graph.onlyRequest().path()).isEqualTo("/v1.0/applications/$count");
		assertThat(this.graph.onlyRequest().header("ConsistencyLevel")).isEqualTo("eventual");
	}

	@ParameterizedTest
	@CsvSource({ "410, resyncRequired, Start over", "410, '', ''", "400, Directory_ExpiredPageToken, Expired",
			"404, syncStateNotFound, Gone", "400, Request_BadRequest, Skip token is badly formed" })
	void aLinkThatGraphForgotIsTold(int status, String code, String message) {
		this.graph.will(Reply.error(status, code, message));
		assertThatExceptionOfType(LinkLost.class)
			.isThrownBy(() -> this.scan.applications(this.graph.origin() + "/v1.0/applications?$skiptoken=a"))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(status));
		assertThatExceptionOfType(LinkLost.class)
			.isThrownBy(() -> this.scan.changes(this.graph.origin() + "/v1.0/applications/delta()?$deltatoken=a"));
		assertThatExceptionOfType(DirectoryRefused.class).isThrownBy(() -> this.scan.applications(null))
			.isNotInstanceOf(LinkLost.class);
	}

	@Test
	void anotherRefusalIsNoLostLink() {
		this.graph.will(Reply.error(403, "Authorization_RequestDenied", "The token lacks a scope"));
		assertThatExceptionOfType(DirectoryRefused.class)
			.isThrownBy(() -> this.scan.applications(this.graph.origin() + "/v1.0/applications?$skiptoken=a"))
			.isNotInstanceOf(LinkLost.class);
	}

	@Test
	void aLongWaitIsLeftToWhoeverReadsOn() {
		this.graph.will(Reply.error(429, "TooManyRequests", "Later", "Retry-After: 40"));
		assertThatExceptionOfType(DirectoryUnavailable.class).isThrownBy(() -> this.scan.applications(null))
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(40)));
		assertThat(this.stubbed.pauses).isEmpty();
		this.graph.will(Reply.error(429, "TooManyRequests", "Later", "Retry-After: 2"), Reply.drop(),
				Reply.json(200, EMPTY));
		this.scan.applications(null);
		assertThat(this.stubbed.pauses).containsExactly(Duration.ofSeconds(2), Duration.ofMillis(500));
	}

	@Test
	void ownersOfTwentyObjectsCostOneExchange() {
		String people = """
				{"value":[{"@odata.type":"#microsoft.graph.user","id":"%s","displayName":"Ada","userPrincipalName":
				"ada@contoso.example","accountEnabled":false,"userType":"Guest","mail":"ada@partner.example"},
				{"@odata.type":"#microsoft.graph.servicePrincipal","id":"%s","displayName":"Robot"}]}""".formatted(KEY,
				APP_ID);
		this.graph.will(
				Reply.json(200, batch(answer(ID, 200, people), answer(OTHER, 404, error("Request_ResourceNotFound")))));

		Map<UUID, List<DirectoryPerson>> owners = this.scan.applicationOwners(List.of(ID, OTHER));

		assertThat(owners).containsOnlyKeys(ID);
		assertThat(owners.get(ID)).containsExactly(
				new DirectoryPerson(KEY, "Ada", "ada@contoso.example", false, true, "ada@partner.example"),
				new DirectoryPerson(APP_ID, "Robot", null, null, false, null));
		StubGraph.Request request = this.graph.onlyRequest();
		assertThat(request.method() + " " + request.path()).isEqualTo("POST /v1.0/$batch");
		assertThat(request.body()).contains("/applications/" + ID + "/owners?", "/applications/" + OTHER + "/owners?",
				"$select=id,displayName,userPrincipalName,accountEnabled,userType,mail");
		assertThat(this.scan.applicationOwners(List.of())).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> this.scan
			.servicePrincipalOwners(IntStream.range(0, 21).mapToObj((i) -> UUID.randomUUID()).toList()));
		assertThat(this.graph.requests()).hasSize(1);
	}

	@Test
	void federatedCredentialsOfTwentyApplicationsCostOneExchange() {
		String trusts = """
				{"value":[{"id":"%s","name":"main","issuer":"https://i.example","subject":"s"}]}""".formatted(KEY);
		this.graph.will(
				Reply.json(200, batch(answer(ID, 200, trusts), answer(OTHER, 404, error("Request_ResourceNotFound")))));
		assertThat(this.scan.federatedCredentials(List.of(ID, OTHER))).containsExactly(
				Map.entry(ID, List.of(new ScannedObject.ScannedFederation(KEY, "main", "https://i.example", "s"))));
		assertThat(this.graph.onlyRequest().body()).contains(
				"/applications/" + ID + "/federatedIdentityCredentials?$select=id,name,issuer,subject",
				"/applications/" + OTHER + "/federatedIdentityCredentials?");
		assertThat(this.stubbed.asked).containsExactly(Set.of(DelegatedScope.APPLICATION_READ));
	}

	@Test
	void aBatchIsSentAgainWhenOneOfItWasThrottled() {
		String fine = answer(ID, 200, EMPTY);
		String throttled = answer(OTHER, 429, error("TooManyRequests")).replace("\"headers\":{}",
				"\"headers\":{\"retry-after\":\"2\"}");
		this.graph.will(Reply.json(200, batch(fine, throttled, answer(KEY, 503, error("serviceNotAvailable")))),
				Reply.json(200, batch(fine, answer(OTHER, 200, EMPTY), answer(KEY, 200, EMPTY))));
		assertThat(this.scan.servicePrincipalOwners(List.of(ID, OTHER, KEY))).containsOnlyKeys(ID, OTHER, KEY);
		assertThat(this.stubbed.pauses).containsExactly(Duration.ofSeconds(2));
		assertThat(this.graph.requests()).hasSize(2);
	}

	@Test
	void aRefusalInsideABatchIsOneOfTheWhole() {
		this.graph.will(Reply.json(200, batch(answer(ID, 429, error("TooManyRequests")),
				answer(OTHER, 403, error("Authorization_RequestDenied")))));
		assertThatExceptionOfType(DirectoryRefused.class)
			.isThrownBy(() -> this.scan.applicationOwners(List.of(ID, OTHER)))
			.satisfies((ex) -> {
				assertThat(ex.status()).isEqualTo(403);
				assertThat(ex.code()).isEqualTo("Authorization_RequestDenied");
			});
		assertThat(this.graph.requests()).hasSize(1);
	}

	@Test
	void ownersAreReadWithoutNamesRatherThanNotAtAll() {
		this.stubbed.withheld.add(DelegatedScope.DIRECTORY_READ);
		String nameless = """
				{"value":[{"@odata.type":"#microsoft.graph.user","id":"%s","displayName":null}]}""".formatted(KEY);
		this.graph.will(Reply.json(200, batch(answer(ID, 200, nameless))));
		assertThat(this.scan.applicationOwners(List.of(ID)).get(ID))
			.containsExactly(new DirectoryPerson(KEY, "", null, null, false, null));
		assertThat(this.stubbed.asked).containsExactly(Set.of(DelegatedScope.DIRECTORY_READ),
				Set.of(DelegatedScope.APPLICATION_READ));
	}

	@Test
	void whoIsThereIsAskedForManyAtOnce() {
		this.graph.will(Reply.json(200, """
				{"value":[{"@odata.type":"#microsoft.graph.user","id":"%s"},
				{"@odata.type":"#microsoft.graph.servicePrincipal","id":"%s"}]}""".formatted(ID, KEY)));
		assertThat(this.scan.present(List.of(ID, OTHER, KEY, ID))).hasValue(Set.of(ID, KEY));
		StubGraph.Request request = this.graph.onlyRequest();
		assertThat(request.method() + " " + request.path()).isEqualTo("POST /v1.0/directoryObjects/getByIds");
		assertThat(request.body()).isEqualTo("{\"ids\":[\"%s\",\"%s\",\"%s\"]}".formatted(ID, OTHER, KEY));
		assertThat(request.header("x-ms-throttle-priority")).isEqualTo("low");
		assertThat(this.stubbed.asked).containsExactly(Set.of(DelegatedScope.DIRECTORY_READ));
		this.graph.will(Reply.json(200, EMPTY), Reply.json(200, EMPTY));
		assertThat(this.scan.present(IntStream.range(0, 101).mapToObj((i) -> UUID.randomUUID()).toList()))
			.hasValue(Set.of());
		assertThat(this.graph.requests()).hasSize(3);
	}

	@Test
	void whoIsThereIsNotKnownToWhoMayNotAsk() {
		this.graph.will(Reply.error(403, "Authorization_RequestDenied", "No"));
		assertThat(this.scan.present(List.of(ID))).isEmpty();
		this.graph.will(Reply.json(200, "{}"));
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.scan.present(List.of(ID)));
		int sent = this.graph.requests().size();
		this.stubbed.withheld.add(DelegatedScope.DIRECTORY_READ);
		assertThat(this.scan.present(List.of(ID))).isEmpty();
		assertThat(this.graph.requests()).hasSize(sent);
	}

	@Test
	void theReportOnUseIsRead() {
		this.graph.will(Reply.json(200, """
				{"value":[{"id":"x","appId":"%1$s","appObjectId":"%2$s","keyId":"%3$s","keyType":"certificate",
				"signInActivity":{"lastSignInDateTime":"2026-11-01T02:03:04Z","lastSignInRequestId":null}},
				{"appId":"%1$s","appObjectId":"","keyId":"%3$s","signInActivity":null}],
				"@odata.nextLink":"%4$s/beta/reports/appCredentialSignInActivities?$skiptoken=x"}""".formatted(APP_ID,
				ID, KEY, this.graph.origin())));
		UsePage page = this.scan.credentialUse(null);
		assertThat(page.uses()).containsExactly(new UsePage.Use(APP_ID, ID, KEY, Instant.parse("2026-11-01T02:03:04Z")),
				new UsePage.Use(APP_ID, null, KEY, null));
		assertThat(this.graph.onlyRequest().path()).isEqualTo("/beta/reports/appCredentialSignInActivities");
		assertThat(this.stubbed.asked).containsExactly(Set.of(DelegatedScope.AUDIT_READ));
		this.scan.credentialUse(page.next());
		assertThat(this.graph.requests().get(1).query()).isEqualTo("$skiptoken=x");
	}

	@ParameterizedTest
	@MethodSource("reads")
	void giveWayToWhatPeopleDo(Consumer<TenantScan> read) {
		this.graph.will(Reply.error(403, "Authorization_RequestDenied", "No"));
		assertThatExceptionOfType(DirectoryRefused.class).isThrownBy(() -> read.accept(this.scan));
		assertThat(this.graph.requests()).isNotEmpty()
			.allSatisfy((request) -> assertThat(request.header("x-ms-throttle-priority")).isEqualTo("low"));
	}

	static Stream<Named<Consumer<TenantScan>>> reads() {
		return Stream.of(read("applications", (scan) -> scan.applications(null)),
				read("servicePrincipals", (scan) -> scan.servicePrincipals(null)),
				read("applicationCount", TenantScan::applicationCount),
				read("servicePrincipalCount", TenantScan::servicePrincipalCount),
				read("applicationChangesFromNow", TenantScan::applicationChangesFromNow),
				read("servicePrincipalChangesFromNow", TenantScan::servicePrincipalChangesFromNow),
				read("federatedCredentials", (scan) -> scan.federatedCredentials(List.of(ID))),
				read("applicationOwners", (scan) -> scan.applicationOwners(List.of(ID))),
				read("servicePrincipalOwners", (scan) -> scan.servicePrincipalOwners(List.of(ID))),
				read("credentialUse", (scan) -> scan.credentialUse(null)));
	}

	@Test
	void aTokenThatIsRefusedTwiceSendsNobodyAnywhereWhenThereIsNobody() {
		this.graph.will(Reply.error(401, "InvalidAuthenticationToken", "No"));
		assertThatExceptionOfType(DirectoryRefused.class)
			.isThrownBy(() -> this.stubbed.scanAsPortal().applications(null))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(401));
		assertThat(this.graph.requests()).extracting((request) -> request.header("Authorization"))
			.containsExactly("Bearer own0", "Bearer own1");
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(() -> this.scan.applications(null));
	}

	private static Named<Consumer<TenantScan>> read(String name, Consumer<TenantScan> read) {
		return Named.of(name, read);
	}

	private static String batch(String... answers) {
		return "{\"responses\":[" + String.join(",", answers) + "]}";
	}

	private static String answer(UUID id, int status, String body) {
		return "{\"id\":\"" + id + "\",\"status\":" + status + ",\"headers\":{},\"body\":" + body + "}";
	}

	private static String error(String code) {
		return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"No\"}}";
	}

}
