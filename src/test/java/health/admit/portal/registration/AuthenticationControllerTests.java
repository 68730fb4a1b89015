package health.admit.portal.registration;

import java.util.List;
import java.util.UUID;

import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = AuthenticationController.class)
@Import(RegistrationSlice.class)
class AuthenticationControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MemoryDrafts drafts;

	private UUID id;

	@BeforeEach
	void basicsAreDecided() {
		this.id = this.drafts.put(Contents.draft(DraftContent.empty().with(Contents.basics()))).id();
	}

	@Test
	void theKindOfClientDecidesPlatformAndFlows() {
		assertThat(request().param("kind", "SINGLE_PAGE").param("singlePage", "https://a.example/cb\r\n\r\n"))
			.hasRedirectedUrl("/registrations/" + this.id + "/permissions");
		Authentication kept = kept();
		assertThat(kept.confidential()).isFalse();
		assertThat(kept.publicClientFlows()).isFalse();
		assertThat(kept.redirectUris().singlePage()).containsExactly("https://a.example/cb");
	}

	@Test
	void aServerGoesOnToItsCredentials() {
		assertThat(request().param("kind", "SERVER")).hasRedirectedUrl("/registrations/" + this.id + "/credentials");
		assertThat(kept().confidential()).isTrue();
	}

	@Test
	void aCommandLineToolMaySignInWithADeviceCode() {
		assertThat(request().param("kind", "COMMAND_LINE_OR_DEVICE")).hasStatus3xxRedirection();
		assertThat(kept().publicClientFlows()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "|web||kind|Choose where the client runs",
			"SINGLE_PAGE|web|https://a.example/cb|web|AADSTS7000218",
			"SINGLE_PAGE|web||singlePage|cannot sign anybody in", "MOBILE_OR_DESKTOP|web||publicClient|loopback",
			"TEST_TOOL|web||withSecret|Choose whether the test tool",
			"SERVER|web|http://a.example/cb|web|http is allowed for",
			"SERVER|publicClient|https://a.example/cb#x|publicClient|fragment" })
	void aContradictionIsExplainedAtItsField(String kind, String field, String value, String named, String message) {
		MockMvcRequestBuilder request = request().param(field, (value != null) ? value : "");
		if (kind != null) {
			request.param("kind", kind);
		}
		MvcTestResult answer = request.exchange();
		assertThat(answer).hasStatus(422);
		assertThat(answer).bodyText().contains("href=\"#" + named + "\"", message);
		if (value != null) {
			assertThat(answer).bodyText().contains(value);
		}
		assertThat(kept()).isNull();
	}

	@ParameterizedTest
	@MethodSource("health.admit.portal.registration.HostileStrings#all")
	void hostileUrisAreNamedOrIgnoredButNeverRun(String hostile) {
		MvcTestResult answer = request().param("kind", "SERVER").param("web", hostile).exchange();
		if (!hostile.isBlank()) {
			assertThat(answer).hasStatus(422);
			assertThat(answer).bodyText().doesNotContain("<script>alert", "<img onerror", ">49<");
			assertThat(kept()).isNull();
		}
	}

	@Test
	void aPresetFillsInWithoutSaving() {
		assertThat(request().param("kind", "TEST_TOOL").param("withSecret", "true").param("preset", "POSTMAN"))
			.hasStatusOk()
			.bodyText()
			.contains("https://oauth.pstmn.io/v1/callback", "https://oauth.pstmn.io/v1/browser-callback")
			.doesNotContain("There is a problem", "??");
		assertThat(kept()).isNull();
		assertThat(request().param("kind", "SINGLE_PAGE").param("preset", "OHIF")).bodyText()
			.contains("Enter the host name of your viewer");
	}

	@Test
	void aClientThatBecomesPublicLosesItsSecretAndTheNextPageSaysSo() {
		Draft before = this.drafts.put(Contents.draft(Contents.complete()));
		MvcTestResult answer = post(before.id(), before.version()).param("kind", "SINGLE_PAGE")
			.param("web", "https://viewer.contoso.com/callback")
			.param("singlePage", "https://a.example/cb")
			.exchange();
		assertThat(answer).hasStatus3xxRedirection();
		assertThat(answer).flash()
			.extractingByKey("notices")
			.asInstanceOf(InstanceOfAssertFactories.list(String.class))
			.hasSize(2);
		DraftContent after = this.drafts.get(before.id()).content();
		assertThat(after.credential()).isNull();
		assertThat(after.authentication().redirectUris().web()).isEqualTo(List.of());
	}

	private Authentication kept() {
		return this.drafts.get(this.id).content().authentication();
	}

	private MockMvcRequestBuilder request() {
		return post(this.id, 3);
	}

	private MockMvcRequestBuilder post(UUID draft, int version) {
		return this.mvc.post()
			.uri("/registrations/" + draft + "/authentication")
			.with(Operators.registrar())
			.with(csrf())
			.param("version", String.valueOf(version));
	}

}
