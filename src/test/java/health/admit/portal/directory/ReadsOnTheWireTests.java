package health.admit.portal.directory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import health.admit.portal.directory.StubGraph.Reply;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a read looks like on the wire, and what is told about it, when things go wrong.
 */
class ReadsOnTheWireTests {

	private static final UUID ID = UUID.fromString("0b6a2c1e-6f5e-4f0a-9a37-1d3a9b1c5e01");

	private static final UUID APP_ID = UUID.fromString("1c7b3d2f-7a6f-4a1b-8b48-2e4b0c2d6f12");

	private static final String APPLICATION = """
			{"id":"%s","appId":"%s","displayName":"O'Brien's viewer","signInAudience":"AzureADMyOrg"}""".formatted(ID,
			APP_ID);

	private final StubGraph graph = new StubGraph();

	private final StubbedDirectory stubbed = new StubbedDirectory(this.graph.origin());

	private final Directory directory = this.stubbed.directory();

	@AfterEach
	void close() {
		this.graph.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 502, 503, 504 })
	void isTriedAgainWhileGraphIsBusy(int status) {
		this.graph.will(Reply.error(status, "busy", "Later"), Reply.error(status, "busy", "Later", "Retry-After: 2"),
				Reply.json(200, APPLICATION));
		assertThat(this.directory.application(ID)).map(ApplicationRecord::appId).contains(APP_ID);
		assertThat(this.stubbed.pauses).containsExactly(Duration.ofMillis(250), Duration.ofSeconds(2));
		assertThat(this.graph.requests()).extracting((request) -> request.header("client-request-id"))
			.doesNotHaveDuplicates()
			.hasSize(3);
	}

	@Test
	void isTriedAgainWhenTheConnectionBreaks() {
		this.graph.will(Reply.drop(), Reply.cut(APPLICATION.substring(0, 20)), Reply.json(200, APPLICATION));
		assertThat(this.directory.application(ID)).isPresent();
		assertThat(this.stubbed.pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
	}

	@Test
	void givesUpAfterThreeTries() {
		this.graph.will(Reply.error(503, "serviceNotAvailable", "Later", "request-id: r-9"));
		assertThatExceptionOfType(DirectoryUnavailable.class).isThrownBy(() -> this.directory.application(ID))
			.satisfies((ex) -> assertThat(ex.trace().requestId()).isEqualTo("r-9"));
		assertThat(this.graph.requests()).hasSize(3);
	}

	@Test
	void doesNotWaitLongerThanAPageMay() {
		this.graph.will(Reply.error(429, "TooManyRequests", "Later", "Retry-After: 120"));
		assertThatExceptionOfType(DirectoryUnavailable.class).isThrownBy(() -> this.directory.application(ID));
		assertThat(this.graph.requests()).hasSize(1);
		assertThat(this.stubbed.pauses).isEmpty();
	}

	@Test
	void whatIsNotThereIsEmpty() {
		this.graph.will(Reply.error(404, "Request_ResourceNotFound", "Resource does not exist"));
		assertThat(this.directory.application(ID)).isEmpty();
		assertThat(this.graph.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 403, 501 })
	void aRefusalIsToldAsGraphWordsIt(int status) {
		this.graph.will(Reply.error(status, "Authorization_RequestDenied", "Insufficient privileges"));
		assertThatExceptionOfType(DirectoryRefused.class).isThrownBy(() -> this.directory.application(ID))
			.withMessage("Insufficient privileges")
			.satisfies((ex) -> {
				assertThat(ex.status()).isEqualTo(status);
				assertThat(ex.code()).isEqualTo("Authorization_RequestDenied");
			});
		assertThat(this.graph.requests()).hasSize(1);
	}

	@Test
	void aRevokedTokenIsFetchedAnewOnce() {
		this.graph.will(Reply.error(401, "InvalidAuthenticationToken", "Expired"), Reply.json(200, APPLICATION));
		assertThat(this.directory.application(ID)).isPresent();
		assertThat(this.graph.requests()).extracting((request) -> request.header("Authorization"))
			.containsExactly("Bearer token0", "Bearer token1");
		this.graph.will(Reply.error(401, "InvalidAuthenticationToken", "Expired"));
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(() -> this.directory.application(ID));
		assertThat(this.graph.requests()).hasSize(4);
	}

	@Test
	void aClaimsChallengeSendsTheOperatorToSignIn() {
		String claims = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1702682181\"}}}";
		String encoded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
		this.graph.will(Reply.error(401, "InvalidAuthenticationToken", "Revoked",
				"WWW-Authenticate: Bearer claims=\"" + encoded + "\", error=\"insufficient_claims\""));
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(() -> this.directory.application(ID))
			.satisfies((ex) -> {
				assertThat(ex.claims()).isEqualTo(claims);
				assertThat(ex.scopes()).containsExactly(DelegatedScope.APPLICATION_READ);
			});
		assertThat(this.graph.requests()).hasSize(1);
		assertThat(this.stubbed.forgotten).isEqualTo(1);
	}

	@Test
	void pagesAreFollowedToTheEnd() {
		this.graph.will(Reply.json(200, page(APPLICATION, this.graph.origin() + "/v1.0/applications?$skiptoken=a%20b")),
				Reply.json(200, "{\"value\":[]}"));
		assertThat(this.directory.applicationsNamed("x")).hasSize(1);
		assertThat(this.graph.requests()).hasSize(2);
		assertThat(this.graph.requests().get(1).target()).isEqualTo("/v1.0/applications?$skiptoken=a%20b");
	}

	@Test
	void noPageIsFetchedFromSomewhereElse() {
		try (StubGraph canary = new StubGraph()) {
			canary.will(Reply.json(200, "{\"value\":[]}"));
			this.graph.will(Reply.json(200, page(APPLICATION, canary.origin() + "/v1.0/applications?$skiptoken=x")));
			assertThatExceptionOfType(DirectoryUnavailable.class)
				.isThrownBy(() -> this.directory.applicationsNamed("x"));
			assertThat(canary.requests()).isEmpty();
			assertThat(this.graph.requests()).hasSize(1);
		}
	}

	@Test
	void noRedirectIsFollowed() {
		try (StubGraph canary = new StubGraph()) {
			canary.will(Reply.json(200, APPLICATION));
			this.graph.will(Reply.json(302, "", "Location: " + canary.origin() + "/v1.0/applications"));
			assertThatExceptionOfType(DirectoryRefused.class).isThrownBy(() -> this.directory.application(ID));
			assertThat(canary.requests()).isEmpty();
		}
	}

	@Test
	void aQuoteInASearchStaysAQuote() {
		this.graph.will(Reply.json(200, "{\"value\":[]}"));
		this.directory.applicationsNamed("O'Brien' or 'a' eq 'a");
		assertThat(this.graph.onlyRequest().query()).contains("$filter=displayName eq 'O''Brien'' or ''a'' eq ''a'");
	}

	@Test
	void anAdvancedQuerySaysThatAnOldAnswerWillDo() {
		this.graph.will(Reply.json(200, "{\"value\":[]}"));
		this.directory.searchApis("Azure \"API\" \\");
		assertThat(this.graph.onlyRequest().header("ConsistencyLevel")).isEqualTo("eventual");
		assertThat(this.graph.onlyRequest().query()).contains("$search=\"displayName:Azure \\\"API\\\" \\\\\"");
	}

	@Test
	void anUnknownPolicyIsNoReasonToSendAnybodyAway() {
		this.graph.will(Reply.error(403, "Authorization_RequestDenied", "No"));
		assertThat(this.directory.credentialPolicy()).isEqualTo(CredentialPolicy.unknown());
		this.graph.will(Reply.error(401, "InvalidAuthenticationToken", "No"));
		assertThat(this.directory.credentialPolicy()).isEqualTo(CredentialPolicy.unknown());
	}

	@ParameterizedTest
	@MethodSource("reads")
	void asksForNothingItDoesNotNeed(Consumer<Directory> read) {
		this.graph.will(Reply.json(200, """
				{"id":"%s","appId":"%s","displayName":"x","value":[]}""".formatted(ID, APP_ID)));
		read.accept(this.directory);
		assertThat(this.graph.requests()).isNotEmpty()
			.allSatisfy((request) -> assertThat(request.query()).contains("$select="));
		assertThat(this.stubbed.asked).allSatisfy(
				(scopes) -> assertThat(scopes).hasSize(1).isNotEqualTo(Set.of(DelegatedScope.APPLICATION_WRITE)));
	}

	static Stream<Named<Consumer<Directory>>> reads() {
		return Stream.of(read("application", (directory) -> directory.application(ID)),
				read("applicationByAppId", (directory) -> directory.applicationByAppId(APP_ID)),
				read("applicationByUniqueName", (directory) -> directory.applicationByUniqueName("admit-1")),
				read("applicationsNamed", (directory) -> directory.applicationsNamed("x")),
				read("searchApplications by word", (directory) -> directory.searchApplications("x")),
				read("searchApplications, all", (directory) -> directory.searchApplications("")),
				read("searchApplications by id", (directory) -> directory.searchApplications(ID.toString())),
				read("owners", (directory) -> directory.owners(ID)),
				read("searchPeople", (directory) -> directory.searchPeople("x")),
				read("searchGroups", (directory) -> directory.searchGroups("x")),
				read("servicePrincipal", (directory) -> directory.servicePrincipal(APP_ID)),
				read("servicePrincipalByObjectId", (directory) -> directory.servicePrincipalByObjectId(ID)),
				read("resourceApi", (directory) -> directory.resourceApi(APP_ID)),
				read("searchApis by word", (directory) -> directory.searchApis("x")),
				read("searchApis by id", (directory) -> directory.searchApis(APP_ID.toString())),
				read("searchApis by URI", (directory) -> directory.searchApis("https://api.example")),
				read("tenantWideGrant", (directory) -> directory.tenantWideGrant(ID, APP_ID)),
				read("appRoleGrants", (directory) -> directory.appRoleGrants(ID)),
				read("credentialPolicy", Directory::credentialPolicy), read("tenantName", Directory::tenantName),
				read("certificateKeys", (directory) -> directory.certificateKeys(ID)),
				read("federatedCredentials", (directory) -> directory.federatedCredentials(ID)));
	}

	private static Named<Consumer<Directory>> read(String name, Consumer<Directory> read) {
		return Named.of(name, read);
	}

	private static String page(String item, String next) {
		return "{\"value\":" + List.of(item) + ",\"@odata.nextLink\":\"" + next + "\"}";
	}

}
