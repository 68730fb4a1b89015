package health.admit.portal.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import health.admit.portal.directory.ApplicationSummary;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.DirectoryPerson;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = BasicsController.class)
@Import({ RegistrationSlice.class, NameCheck.class })
class BasicsControllerTests {

	private static final UUID GRACE = UUID.fromString("11111111-1111-4111-8111-111111111111");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MemoryDrafts drafts;

	@MockitoBean
	private Directories directories;

	private final Directory directory = mock(Directory.class);

	private final MockHttpSession session = new MockHttpSession();

	private UUID id;

	@BeforeEach
	void draft() {
		given(this.directories.actingFor(any())).willReturn(this.directory);
		given(this.directory.applicationsNamed(anyString())).willReturn(List.of());
		this.id = this.drafts.begin(Contents.ADA).id();
	}

	@Test
	void theSignedInPersonIsSuggestedAsOwner() {
		assertThat(get("")).hasStatusOk()
			.bodyText()
			.contains("Ada Registrar", "aria-current=\"step\"", "Basics")
			.doesNotContain("??");
	}

	@Test
	void goodAnswersAreKeptAndLeadOn() {
		assertThat(post(filled().param("name", "  Imaging viewer  "))).hasStatus3xxRedirection()
			.hasRedirectedUrl("/registrations/" + this.id + "/authentication");
		Basics kept = this.drafts.get(this.id).content().basics();
		assertThat(kept.name()).isEqualTo("Imaging viewer");
		assertThat(kept.owners()).extracting(Basics.Owner::objectId).containsExactly(Operators.OBJECT_ID);
	}

	@Test
	void leavingKeepsTheAnswersToo() {
		assertThat(post(filled().param("name", "Imaging viewer").param("then", "leave")))
			.hasRedirectedUrl("/registrations");
		assertThat(this.drafts.get(this.id).content().basics()).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "name||Enter a name", "name|LONG:121|at most 120", "name|CONTROL|cannot be seen",
					"description|LONG:1025|at most 1024", "description|CONTROL|control characters",
					"notes|LONG:1025|at most 1024", "notes|CONTROL|control characters",
					"serviceManagementReference|LONG:257|at most 256",
					"serviceManagementReference|CONTROL|cannot be seen", "ownerSearch|LONG:121|at most 120",
					"purpose||Choose what the client is for", "accountTypes||Choose whose accounts" })
	void aBadFieldIsNamedAndNothingIsStored(String field, String kind, String message) {
		String value = value(kind);
		MockMvcRequestBuilder request = base().param("notes", "typed notes stay");
		if (!"name".equals(field)) {
			request.param("name", "Imaging viewer");
		}
		if (!"purpose".equals(field)) {
			request.param("purpose", "FHIR");
		}
		if (!"accountTypes".equals(field)) {
			request.param("accountTypes", "THIS_DIRECTORY");
		}
		if ("notes".equals(field)) {
			request = base().param("name", "Imaging viewer")
				.param("purpose", "FHIR")
				.param("accountTypes", "THIS_DIRECTORY")
				.param("notes", value);
		}
		else {
			request.param(field, value);
		}
		MvcTestResult answer = post(request);
		assertThat(answer).hasStatus(422);
		assertThat(answer).bodyText()
			.contains("There is a problem", "href=\"#" + field + "\"", message, "<title>Error:");
		if (!"notes".equals(field)) {
			assertThat(answer).bodyText().contains("typed notes stay");
		}
		assertThat(this.drafts.get(this.id).content().basics()).isNull();
	}

	@ParameterizedTest
	@MethodSource("health.admit.portal.registration.HostileStrings#all")
	void hostileNamesAreRefusedOrShownAsText(String hostile) {
		MvcTestResult answer = post(filled().param("name", hostile).param("notes", hostile));
		Basics kept = this.drafts.get(this.id).content().basics();
		if (kept != null) {
			assertThat(kept.name()).isEqualTo(hostile.strip());
			assertThat(get("")).bodyText().contains(HtmlUtils.htmlEscape(kept.name()));
			assertThat(get("")).bodyText().doesNotContain("<script>alert", "<img onerror", ">49<", "\"49");
		}
		else {
			assertThat(answer).hasStatus(422);
			assertThat(answer).bodyText().doesNotContain("<script>alert", "<img onerror");
		}
	}

	@Test
	void aTakenNameIsAQuestionThatKeepsWhatWasTyped() {
		UUID other = UUID.randomUUID();
		given(this.directory.applicationsNamed("Imaging viewer")).willReturn(
				List.of(new ApplicationSummary(other, GRACE, "Imaging viewer", Instant.parse("2020-01-01T00:00:00Z"))));
		assertThat(post(filled().param("name", "Imaging viewer").param("notes", "typed")))
			.hasRedirectedUrl("/registrations/" + this.id + "/basics?ask=NAME");
		assertThat(this.drafts.get(this.id).content().basics()).isNull();
		assertThat(get("?ask=NAME")).bodyText()
			.contains("There is already an application with this name", "/applications/" + other, GRACE.toString(),
					"typed", "Make another one");
		assertThat(post(filled().param("name", "Imaging viewer").param("anyway", "true"))).hasStatus3xxRedirection();
		assertThat(this.drafts.get(this.id).content().basics().sameNameAccepted()).isTrue();
	}

	@Test
	void ownersAreFoundAddedAndRemovedWithoutScript() {
		given(this.directory.searchPeople("gra"))
			.willReturn(List.of(new DirectoryPerson(GRACE, "Grace Hopper", "grace@contoso.example", true, false)));
		assertThat(post(filled().param("ownerSearch", "gra").param("find", "people").param("notes", "typed")))
			.hasStatus3xxRedirection();
		assertThat(get("?ask=PEOPLE")).bodyText().contains("Grace Hopper", "typed");
		post(filled().param("add", GRACE + " Grace Hopper"));
		assertThat(get("")).bodyText().contains("value=\"" + GRACE + "\"");
		post(filled().param("remove", Operators.OBJECT_ID.toString()));
		assertThat(get("")).bodyText().contains("Nobody yet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Grace", "not-an-id Grace Hopper", "11111111-1111-4111-8111-111111111111",
			"<script> alert(1)" })
	void anOwnerThatNoSearchFoundIsRefused(String add) {
		assertThat(post(filled().param("add", add).param("notes", "typed"))).hasStatus(422)
			.bodyText()
			.contains("One of the owners could not be read", "href=\"#owners\"", "typed", "Ada Registrar")
			.doesNotContain("<script> alert", "??");
	}

	@Test
	void aSecondTabIsToldAndMayChoose() {
		post(filled().param("name", "From the first tab"));
		MvcTestResult answer = post(filled().param("name", "From the second tab"));
		assertThat(answer).hasStatus(409);
		assertThat(answer).bodyText().contains("Changed in another tab", "From the first tab", "From the second tab");
		assertThat(this.drafts.get(this.id).content().basics().name()).isEqualTo("From the first tab");
		assertThat(this.drafts.putAside(Contents.ADA, this.id).orElseThrow().basics().name())
			.isEqualTo("From the second tab");
	}

	@Test
	void anothersDraftIsNotThere() {
		assertThat(this.mvc.get()
			.uri("/registrations/" + UUID.randomUUID() + "/basics")
			.with(Operators.registrar())
			.session(this.session)).hasStatus(404);
	}

	private static String value(String kind) {
		if (kind == null) {
			return "";
		}
		return kind.startsWith("LONG:") ? "x".repeat(Integer.parseInt(kind.substring(5))) : "a\u0007b";
	}

	private MockMvcRequestBuilder filled() {
		return base().param("purpose", "FHIR").param("accountTypes", "THIS_DIRECTORY");
	}

	private MockMvcRequestBuilder base() {
		return this.mvc.post()
			.uri("/registrations/" + this.id + "/basics")
			.with(Operators.registrar())
			.with(csrf())
			.session(this.session)
			.param("version", "0")
			.param("owners[0].objectId", Operators.OBJECT_ID.toString())
			.param("owners[0].displayName", "Ada Registrar");
	}

	private MvcTestResult post(MockMvcRequestBuilder request) {
		return request.exchange();
	}

	private MvcTestResult get(String query) {
		return this.mvc.get()
			.uri("/registrations/" + this.id + "/basics" + query)
			.with(Operators.registrar())
			.session(this.session)
			.exchange();
	}

}
