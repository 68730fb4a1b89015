package health.admit.portal.registration;

import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.credentials.CertificateReader;
import health.admit.portal.credentials.SelfSigned;
import health.admit.portal.credentials.SelfSigned.KeyType;
import health.admit.portal.directory.CredentialPolicy;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.DirectoryUnavailable;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = { CredentialsController.class, SecretController.class, CertificateController.class,
		GenerateController.class, FederationController.class })
@Import(CredentialsSlice.class)
class CredentialPagesControllerTests {

	private static final CredentialPolicy OPEN = new CredentialPolicy(true, true, null, null);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MemoryDrafts drafts;

	@Autowired
	private SelfSigned selfSigned;

	@Autowired
	private CertificateReader reader;

	@MockitoBean
	private Directories directories;

	private final Directory directory = mock(Directory.class);

	private UUID id;

	@BeforeEach
	void draft() {
		given(this.directories.actingFor(any())).willReturn(this.directory);
		given(this.directory.credentialPolicy()).willReturn(OPEN);
		this.id = this.drafts
			.put(Contents.draft(new DraftContent(Contents.basics(), Contents.server(), null, null, null)))
			.id();
	}

	@Test
	void certificateComesFirst() {
		assertThat(get("")).hasRedirectedUrl(path("/certificate"));
		assertThat(get("/certificate")).hasStatusOk()
			.bodyText()
			.contains("recommended", "best where it fits", "Upload and check")
			.doesNotContain("??");
	}

	@Test
	void aPublicClientNeedsNoCredential() {
		this.id = this.drafts
			.put(Contents.draft(new DraftContent(Contents.basics(), Contents.singlePage(), null, null, null)))
			.id();
		assertThat(get("/secret")).hasStatus3xxRedirection();
	}

	@Test
	void sixMonthsAreSuggestedAndEveryLifeNamesItsEnd() {
		assertThat(get("/secret")).hasStatusOk()
			.bodyText()
			.contains("6 months (recommended)", "ends May 23, 2027, in 181 days", "24 months", "Imaging viewer")
			.doesNotContain("??");
	}

	@Test
	void aSecretIsKeptAndLeadsOn() {
		assertThat(post("/secret", "description", "Viewer", "life", "6"))
			.hasRedirectedUrl("/registrations/" + this.id + "/permissions");
		assertThat(credential().secret()).isEqualTo(new CredentialChoice.Secret("Viewer", 6, null, null));
	}

	@Test
	void customDatesLastToTheEndOfTheirLastDay() {
		post("/secret", "description", "Viewer", "life", "custom", "start", "2026-12-01", "end", "2027-01-31");
		assertThat(credential().secret().start()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
		assertThat(credential().secret().end()).isEqualTo(Instant.parse("2027-01-31T23:59:59Z"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "description||Enter a description", "description|   |Enter a description",
			"life|5|Choose how long", "life|-1|Choose how long", "life|custom|Enter the last day" })
	void aBadSecretIsExplainedAndNothingIsKept(String field, String value, String message) {
		assertThat(post("/secret", "description", field.equals("description") ? value : "Viewer", "life",
				field.equals("life") ? value : "6"))
			.hasStatus(422)
			.bodyText()
			.contains(message);
		assertThat(credential()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "2026-01-01|2027-01-01|first day is in the past", "|2026-11-01|before the first day",
					"2027-02-01|2027-01-01|before the first day", "|2036-01-01|at most 24 months", "|not a date|",
					"2026-13-40|2027-01-01|" })
	void badDatesAreExplainedAndKeptOnThePage(String start, String end, String message) {
		MvcTestResult result = post("/secret", "description", "Viewer in production", "life", "custom", "start",
				(start != null) ? start : "", "end", (end != null) ? end : "");
		assertThat(result).hasStatus(422).bodyText().contains("Viewer in production", (message != null) ? message : "");
		assertThat(credential()).isNull();
	}

	@ParameterizedTest
	@MethodSource("health.admit.portal.registration.HostileStrings#all")
	void hostileDescriptionsAreKeptOrRefusedButNeverRendered(String text) {
		MvcTestResult result = post("/secret", "description", text, "life", "6");
		if (result.getResponse().getStatus() == 422) {
			assertThat(credential()).isNull();
			return;
		}
		assertThat(credential().secret().description()).isEqualTo(text.strip());
		assertThat(get("/secret")).hasStatusOk().bodyText().contains(HtmlUtils.htmlEscape(text.strip(), "UTF-8"));
	}

	@Test
	void thePolicyOfTheTenantCapsTheLives() {
		given(this.directory.credentialPolicy())
			.willReturn(new CredentialPolicy(true, true, Duration.ofDays(90), null));
		assertThat(get("/secret")).hasStatusOk()
			.bodyText()
			.contains("at most 90 days", "As long as the policy allows: 90 days")
			.doesNotContain("6 months", "??");
		assertThat(post("/secret", "description", "Viewer", "life", "6")).hasStatus(422)
			.bodyText()
			.contains("at most 90 days");
		assertThat(post("/secret", "description", "Viewer", "life", "longest")).hasStatus3xxRedirection();
		assertThat(credential().secret().end()).isEqualTo(CredentialsSlice.NOW.plus(Duration.ofDays(90)));
	}

	@Test
	void aTenantThatForbidsSecretsIsToldSoAndCannotBeTricked() {
		given(this.directory.credentialPolicy()).willReturn(new CredentialPolicy(true, false, null, null));
		assertThat(get("/secret")).bodyText().contains("forbids client secrets").doesNotContain("name=\"life\"");
		assertThat(post("/secret", "description", "Viewer", "life", "6")).hasStatus(422);
		assertThat(credential()).isNull();
	}

	@Test
	void anUnreadablePolicyIsExplained() {
		given(this.directory.credentialPolicy())
			.willThrow(new DirectoryUnavailable("down", new CallTrace(UUID.randomUUID(), null), new Exception()));
		assertThat(get("/secret")).hasStatusOk().bodyText().contains("Policy.Read.All", "24 months");
	}

	@Test
	void anUploadedCertificateIsShownBeforeGoingOn() {
		byte[] der = this.selfSigned.pem("viewer", KeyType.P_256, 6).certificate().der();
		assertThat(upload(der)).hasRedirectedUrl(path("/certificate"));
		assertThat(credential().certificate().der()).isEqualTo(Base64.getEncoder().encodeToString(der));
		assertThat(get("/certificate")).bodyText()
			.contains("CN=viewer", "EC P-256", "SHA256withECDSA", "November 23, 2026 to May 23, 2027",
					"Continue with this certificate", "/registrations/" + this.id + "/permissions")
			.doesNotContain("??");
	}

	@Test
	void anEllipticKeyIsTakenWithAWarning() {
		upload(this.selfSigned.pem("viewer", KeyType.P_256, 6).certificate().der());
		assertThat(get("/certificate")).bodyText().contains("EC P-256", "would get no token");
	}

	@Test
	void anEllipticPairIsOfferedWithWhatItIsNotGoodFor() {
		assertThat(get("/certificate/new")).bodyText().contains("P-256", "the client gets no token with it");
	}

	@Test
	void aPrivateKeyIsRefusedWithoutEcho() {
		byte[] file = this.selfSigned.pem("viewer", KeyType.P_256, 6).file();
		assertThat(upload(file)).hasStatus(422)
			.bodyText()
			.contains("holds a private key")
			.doesNotContain("BEGIN", new String(file, java.nio.charset.StandardCharsets.US_ASCII).substring(40, 80));
		assertThat(credential()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hello", "GIF89a", "<script>alert(1)</script>", "-----BEGIN CERTIFICATE-----\nx" })
	void otherFilesAreRefusedAndNothingIsKept(String content) {
		assertThat(upload(content.getBytes(java.nio.charset.StandardCharsets.UTF_8))).hasStatus(422)
			.bodyText()
			.contains("error-summary")
			.doesNotContain("alert(1)", "??");
		assertThat(credential()).isNull();
	}

	@Test
	void tenMegabytesAreAnsweredWithThePageAndTheReason() {
		byte[] body = new byte[10 * 1024 * 1024];
		assertThat(this.mvc.post().uri(path("/certificate")).content(body).with(Operators.registrar())).hasStatus(303)
			.hasRedirectedUrl(path("/certificate?problem=TOO_LARGE"));
		assertThat(get("/certificate?problem=TOO_LARGE")).hasStatus(422).bodyText().contains("larger than 64 KB");
		assertThat(credential()).isNull();
	}

	@Test
	void aGeneratedPairLeavesOnceAndOnlyItsCertificateStays() throws Exception {
		MvcTestResult result = post("/certificate/new", "name", "viewer", "keyType", "P_256", "months", "6", "format",
				"PKCS12", "password", "correct horse");
		assertThat(result).hasStatusOk().hasHeader("Cache-Control", "no-store");
		assertThat(result.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(new ByteArrayInputStream(result.getResponse().getContentAsByteArray()),
				"correct horse".toCharArray());
		assertThat(store.getKey("client", "correct horse".toCharArray())).isNotNull();
		assertThat(Base64.getDecoder().decode(credential().certificate().der()))
			.isEqualTo(store.getCertificate("client").getEncoded());
		assertThat(get("/certificate")).bodyText().contains("CN=viewer");
	}

	@Test
	void aCertificateWhoseKeyMayBeStoredIsNotReplacedWithoutAWord() {
		assertThat(get("/certificate/new")).bodyText().doesNotContain("becomes useless");
		assertThat(pair("")).hasStatusOk();
		CredentialChoice first = credential();
		String thumbprint = this.reader.known(Base64.getDecoder().decode(first.certificate().der())).sha256();
		assertThat(pair("")).hasStatus(422)
			.bodyText()
			.contains("Nothing was generated", "CN=viewer", "SHA-1 thumbprint", "becomes useless", thumbprint)
			.doesNotContain("??");
		assertThat(credential()).isEqualTo(first);
		assertThat(get("/certificate/new")).hasStatusOk().bodyText().contains("becomes useless", thumbprint);
		assertThat(pair(thumbprint)).hasStatusOk();
		assertThat(credential()).isNotEqualTo(first);
	}

	private MvcTestResult pair(String replaces) {
		return post("/certificate/new", "name", "viewer", "keyType", "P_256", "months", "6", "format", "PEM",
				"replaces", replaces);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "name||Enter a name", "months|24|3 to 12 months", "months||3 to 12 months",
					"keyType||Choose a kind of key", "format||Choose a kind of file", "password|short|8 to 128",
					"password|p\u00E4ssw\u00F6rter|8 to 128" })
	void badAnswersAboutAPairAreExplained(String field, String value, String message) {
		String text = (value != null) ? value : "";
		assertThat(post("/certificate/new", "name", field.equals("name") ? text : "viewer", "keyType",
				field.equals("keyType") ? text : "P_256", "months", field.equals("months") ? text : "6", "format",
				field.equals("format") ? text : "PKCS12", "password",
				field.equals("password") ? text : "correct horse"))
			.hasStatus(422)
			.bodyText()
			.contains(message)
			.doesNotContain("correct horse", "??");
		assertThat(credential()).isNull();
	}

	@Test
	void presetsOfIdentityProvidersHaveToBeCompleted() {
		assertThat(get("/federated?preset=GITHUB_BRANCH")).hasStatusOk()
			.bodyText()
			.contains("https://token.actions.githubusercontent.com", "repo:ORGANISATION/REPOSITORY",
					"api://AzureADTokenExchange")
			.doesNotContain("??");
		assertThat(federated("https://token.actions.githubusercontent.com", "repo:ORGANISATION/REPOSITORY:ref:x"))
			.hasStatus(422)
			.bodyText()
			.contains("Replace the words in capitals");
		assertThat(federated("https://token.actions.githubusercontent.com", "repo:contoso/viewer:ref:refs/heads/main"))
			.hasStatus3xxRedirection();
		assertThat(credential().federation().subject()).isEqualTo("repo:contoso/viewer:ref:refs/heads/main");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "http://issuer.example", "https://issuer.example/?a=b", "https://issuer.example/#a",
			"javascript:alert(1)", "https://user@issuer.example", "https://issuer.example/ x" })
	void badIssuersAreRefused(String issuer) {
		assertThat(federated(issuer, "subject")).hasStatus(422).bodyText().contains("Enter an https address");
		assertThat(credential()).isNull();
	}

	@Test
	void aCredentialCanWait() {
		assertThat(get("/later")).hasStatusOk().bodyText().contains("without a credential").doesNotContain("??");
		assertThat(post("/later")).hasStatus3xxRedirection();
		assertThat(credential().kind()).isEqualTo(CredentialChoice.Kind.LATER);
	}

	@Test
	void anotherTabIsNoticed() {
		assertThat(exchange(this.mvc.post().uri(path("/later")).param("version", "1").with(csrf()))).hasStatus(409);
	}

	private CredentialChoice credential() {
		return this.drafts.get(this.id).content().credential();
	}

	private String path(String rest) {
		return "/registrations/" + this.id + "/credentials" + rest;
	}

	private MvcTestResult get(String rest) {
		return exchange(this.mvc.get().uri(path(rest)));
	}

	private MvcTestResult federated(String issuer, String subject) {
		return post("/federated", "name", "github-main", "issuer", issuer, "subject", subject, "audience",
				"api://AzureADTokenExchange", "description", "");
	}

	private MvcTestResult post(String rest, String... fields) {
		MockMvcRequestBuilder request = this.mvc.post()
			.uri(path(rest))
			.param("version", String.valueOf(this.drafts.get(this.id).version()));
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], (fields[i + 1] != null) ? fields[i + 1] : "");
		}
		return exchange(request.with(csrf()));
	}

	private MvcTestResult upload(byte[] content) {
		return this.mvc.post()
			.uri(path("/certificate"))
			.multipart()
			.file(new MockMultipartFile("file", "<b>client</b>.cer", "text/html", content))
			.param("version", String.valueOf(this.drafts.get(this.id).version()))
			.with(csrf())
			.with(Operators.registrar())
			.exchange();
	}

	private static MvcTestResult exchange(MockMvcRequestBuilder request) {
		return request.with(Operators.registrar()).exchange();
	}

}
