package health.admit.portal.exports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FakeInventory;
import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.IndexState;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.OwnerState;
import health.admit.support.HostileNames;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PortalWebTest(controllers = ApiController.class)
class ApiControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeInventory inventory;

	@BeforeEach
	void empty() {
		this.inventory.clear();
	}

	@Test
	void pagesHoldEveryCredentialOnce() throws Exception {
		Lists.hostile(this.inventory);
		List<String> names = new ArrayList<>();
		String next = "";
		while (next != null) {
			String body = get("/api/credentials?size=7" + (next.isEmpty() ? "" : "&from=" + next)).getResponse()
				.getContentAsString();
			names.addAll(JsonPath.<List<String>>read(body, "$.items[*].application"));
			next = JsonPath.read(body, "$.next");
		}
		assertThat(names).hasSize(HostileNames.ALL.size()).contains("=cmd|' /C calc'!A0", "x\r\nSet-Cookie: a=b");
	}

	@ParameterizedTest
	@EnumSource(Completeness.class)
	void everyAnswerSaysHowCompleteTheIndexIs(Completeness completeness) {
		CredentialRow row = FakeInventory.secret("x", Lists.NOW, Lists.NOW);
		this.inventory.put(row).state(completeness, null);
		String word = completeness.name().toLowerCase().replace('_', '-');
		for (String address : List.of("/api/credentials", "/api/applications/" + row.key().objectId())) {
			assertThat(get(address)).bodyJson().extractingPath("$.index.completeness").isEqualTo(word);
			assertThat(get(address)).bodyJson()
				.extractingPath("$.index.complete")
				.isEqualTo(completeness == Completeness.COMPLETE);
		}
		assertThat(get("/api/index")).bodyJson().extractingPath("$.completeness").isEqualTo(word);
	}

	@Test
	void tellsWhyTheIndexIsNotComplete() {
		this.inventory.state(IndexState.of(Completeness.PARTIAL, 1, 2, null, null,
				new Freshness.Trouble(Freshness.Cause.SIGN_IN_ENDED, "c", "<words>", "r", Instant.EPOCH)));
		assertThat(get("/api/index")).bodyJson().isLenientlyEqualTo("""
				{"completeness": "partial", "complete": false, "asOf": null, "applications": 1, "credentials": 2,
				 "servicePrincipals": null,
				 "trouble": {"source": "application", "cause": "sign-in-ended", "code": "c", "words": "<words>",
				 "requestId": "r", "at": "1970-01-01T00:00:00Z"}}""");
		this.inventory.state(IndexState.ofPrincipals(Completeness.PARTIAL, 1, 7, 2, null, null,
				new Freshness.Trouble(Freshness.Cause.REFUSED, "c", "<words>", "r", Instant.EPOCH)));
		assertThat(get("/api/index")).bodyJson().isLenientlyEqualTo("""
				{"applications": 1, "servicePrincipals": 7, "trouble": {"source": "service-principal"}}""");
	}

	@Test
	void givesAnApplicationWithOwnersAndCredentials() {
		CredentialRow row = FakeInventory.secret("FHIR", Instant.parse("2026-12-01T00:00:00Z"), Lists.NOW);
		UUID objectId = row.key().objectId();
		this.inventory.put(row)
			.owners(objectId, new Owner(UUID.randomUUID(), "Ada", "ada@x.example", null, OwnerState.GUEST));
		assertThat(get("/api/applications/" + objectId)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"name": "FHIR", "source": "application", "owners": [{"name": "Ada", "state": "guest"}],
				 "credentials": [{"kind": "secret", "ends": "2026-12-01T00:00:00Z", "covered": false}]}""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/applications/x", "/api/applications/1-1-1-1-1",
			"/api/applications/00000000-0000-0000-0000-000000000000" })
	void whatIsNotThereIsAProblemOfItsOwnKind(String address) {
		assertThat(get(address)).hasStatus(404)
			.hasContentType("application/problem+json")
			.bodyText()
			.contains("no application");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "501", "-1", "x", "99999999999", "" })
	void sizesHaveALimit(String size) {
		assertThat(get("/api/credentials?size=" + size)).satisfies((result) -> {
			if (!size.isEmpty()) {
				assertThat(result).hasStatus(400).hasContentType("application/problem+json");
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "bnad=week", "band=soon", "band=week&band=WEEK", "kind=", "covered=maybe",
			"covered=yes&covered=no", "sort=random", "from=x", "from=", "size=10&size=20", "owner=none&page=2" })
	void whatIsNotUnderstoodIsNamedAndNothingIsRead(String query) {
		String name = query.contains("page") ? "page" : query.substring(0, query.indexOf('='));
		assertThat(get("/api/credentials?" + query)).hasStatus(400)
			.hasContentType("application/problem+json")
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains(" " + name);
	}

	@Test
	void aTextThatWouldBeCutIsNotSearchedFor() {
		assertThat(get("/api/credentials?q=" + "x".repeat(200))).hasStatusOk();
		assertThat(get("/api/credentials?q=" + "x".repeat(201))).hasStatus(400);
	}

	@Test
	void allThatIsKnownIsTakenTogether() {
		assertThat(get("/api/credentials?band=week&band=two-months&kind=secret&source=application&owner=good"
				+ "&work=open&covered=no&too-long=no&q=x&sort=name-descending&size=5"))
			.hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/index", "/api/applications/00000000-0000-0000-0000-000000000000" })
	void addressesWithoutParametersTakeNone(String address) {
		assertThat(get(address + "?b<i>d=x")).hasStatus(400).bodyText().contains("b<i>d");
	}

	@Test
	void aProgramThatMayNotIsToldSoAndNotSentToSignIn() {
		assertThat(this.mvc.get().uri("/api/index")).hasStatus(401)
			.hasContentType("application/problem+json")
			.doesNotContainHeader("Location")
			.doesNotContainHeader("Access-Control-Allow-Origin");
		assertThat(this.mvc.get().uri("/api/index").with(Operators.auditor())).hasStatus(403)
			.hasContentType("application/problem+json");
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(Operators.helpDesk()).exchange();
	}

	@TestConfiguration
	static class Fakes {

		@Bean
		FakeInventory inventory() {
			return new FakeInventory();
		}

	}

}
