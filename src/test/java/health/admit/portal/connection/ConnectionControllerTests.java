package health.admit.portal.connection;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.access.HealthServices;
import health.admit.portal.azure.AzureRefused;
import health.admit.portal.azure.Found;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.Unread;
import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import health.admit.support.TestCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = { ConnectionController.class, SignInController.class, ServicesController.class })
@Import({ FormCheck.class, TestViews.class, ServiceOffers.class, RemedyLinks.class, Texts.class })
class ConnectionControllerTests {

	private static final String SERVICE = "http://localhost:8081/fhir/contosohealth-clinical";

	private static final String SECRET = "hEl8Q~+@[:]not-a-real-secret";

	private static final UUID TEST = UUID.randomUUID();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cloud cloud;

	@MockitoBean
	private ConnectionTests tests;

	@MockitoBean
	private TestRows rows;

	@MockitoBean
	private HealthServices services;

	@BeforeEach
	void room() {
		given(this.tests.start(any(), any(), any(), any(), any())).willReturn(Optional.of(TEST));
		given(this.rows.newest(any())).willReturn(List.of());
	}

	@Test
	void aLinkBringsEverythingButTheCredential() {
		assertThat(this.mvc.get()
			.uri("/connection?address={a}&clientId={c}&way=CERTIFICATE&need=CONVERT&secret={s}&pem={s}", SERVICE,
					Scene.CLIENT, SECRET, SECRET)
			.with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.contains("value=\"" + SERVICE + "\"", "value=\"" + Scene.CLIENT + "\"")
			.containsPattern("<input[^>]*value=\"CERTIFICATE\"[^>]*checked")
			.containsPattern("<input[^>]*value=\"CONVERT\"[^>]*checked")
			.doesNotContain(SECRET);
	}

	@Test
	void servicesOfAzureAreOfferedWithoutAskingForAnything() {
		given(this.services.find(Operators.DELEGATION))
			.willThrow(new StepUpRequired(Set.of(DelegatedScope.AZURE), null));
		assertThat(form("")).bodyText()
			.contains("Look for services", "hx-get=\"/connection/services\"")
			.doesNotContain("Test this one", "??");
		verifyNoInteractions(this.services);
		assertThat(form("/services")).hasStatus(HttpStatus.NO_CONTENT);
		willReturn(found()).given(this.services).find(Operators.DELEGATION);
		assertThat(form("/services")).hasStatusOk()
			.bodyText()
			.contains("contoso/&lt;clinical&gt;", "value=\"" + SERVICE + "\"",
					"Resource group rg, subscription Production", "contoso/research", "Azure names no address",
					"Locked &lt;i&gt;", "AuthorizationFailed no")
			.doesNotContain("<html", "hx-get", "Look for services", "??");
	}

	@Test
	void aServiceIsFoundAndTakenOverWithAllButTheCredential() {
		given(this.services.find(Operators.DELEGATION)).willReturn(found());
		MvcTestResult looking = button("find", "azure");
		assertThat(looking).hasStatus3xxRedirection();
		String look = looking.getResponse().getRedirectedUrl();
		assertThat(look).startsWith("/connection?")
			.endsWith("#services")
			.contains("look=true", "redirectUri=http%3A%2F%2Flocalhost%3A3000%2F%3Fa%3Db%26c")
			.doesNotContain("canary");
		assertThat(this.mvc.get().uri(URI.create(look)).with(Operators.registrar())).bodyText()
			.contains("Test this one", "value=\"http://localhost:3000/?a=b&amp;c\"");
		String use = button("use", SERVICE).getResponse().getRedirectedUrl();
		assertThat(use).doesNotContain("look", "canary");
		assertThat(this.mvc.get().uri(URI.create(use)).with(Operators.registrar())).bodyText()
			.containsPattern("name=\"address\"[^>]*value=\"" + SERVICE)
			.containsPattern("<input[^>]*value=\"WEB\"[^>]*checked");
		assertThat(button("use", "x".repeat(600)).getResponse().getRedirectedUrl()).hasSizeLessThan(300);
	}

	@Test
	void whatAzureRefusesStopsNothing() {
		given(this.services.find(any()))
			.willThrow(new AzureRefused(403, "AuthorizationFailed", "<b>", new CallTrace(TEST, null)));
		assertThat(form("?look=true")).hasStatusOk()
			.bodyText()
			.contains("Azure did not let you look", "AuthorizationFailed &lt;b&gt;", "name=\"address\"");
	}

	private MvcTestResult form(String rest) {
		return this.mvc.get().uri("/connection" + rest).with(Operators.registrar()).exchange();
	}

	private MvcTestResult button(String name, String value) {
		return this.mvc.post()
			.uri("/connection")
			.with(Operators.registrar())
			.with(csrf())
			.param("clientId", Scene.CLIENT.toString())
			.param("way", "WEB")
			.param("redirectUri", "http://localhost:3000/?a=b&c")
			.param("secret", "canary-of-a-secret")
			.param(name, value)
			.exchange();
	}

	private static Found<HealthService> found() {
		return new Found<>(
				List.of(service("<clinical>", SERVICE), service("research", "https://azurehealthcareapis.com")),
				List.of(new Unread(TEST, "Locked <i>", "", Unread.Reason.REFUSED, "AuthorizationFailed", "no")));
	}

	private static HealthService service(String name, String audience) {
		ResourceId id = new ResourceId("/subscriptions/" + TEST + "/resourceGroups/rg/providers"
				+ "/Microsoft.HealthcareApis/workspaces/contoso/fhirservices/clinical");
		return new HealthService(id, HealthApi.FHIR, name, "contoso", TEST, "Production", "rg", "westeurope", null,
				List.of(audience), null);
	}

	@Test
	void onlyRegistrarsMayTest() {
		assertThat(this.mvc.get().uri("/connection").with(Operators.helpDesk())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post().uri("/connection").with(Operators.helpDesk()).with(csrf()))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post().uri("/connection").with(Operators.registrar())).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aSecretStartsATest() {
		assertThat(post(SERVICE, Scene.CLIENT.toString(), "SECRET", " " + SECRET + "\n", ""))
			.hasRedirectedUrl("/connection/tests/" + TEST);
		ArgumentCaptor<Credential> credential = ArgumentCaptor.captor();
		ArgumentCaptor<TestPlan> plan = ArgumentCaptor.captor();
		verify(this.tests).start(any(), any(), plan.capture(), eq(Way.SECRET), credential.capture());
		assertThat(plan.getValue().service().base()).hasToString(SERVICE);
		assertThat(((Credential.Secret) credential.getValue()).value().reveal()).isEqualTo(SECRET);
	}

	@Test
	void aCertificateWithItsKeyStartsATest() {
		TestCertificate certificate = TestCertificate.create();
		assertThat(post(SERVICE, Scene.CLIENT.toString(), "CERTIFICATE", "",
				new String(certificate.pem()) + certificate.keyPem()))
			.hasRedirectedUrl("/connection/tests/" + TEST);
	}

	@Test
	void aCredentialIsNeverShownAgainAndTheRestIs() {
		TestCertificate certificate = TestCertificate.create();
		String key = certificate.keyPem();
		MvcTestResult page = post("https://evil.example", Scene.CLIENT.toString(), "SECRET", SECRET, key);
		assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("https://evil.example", Scene.CLIENT.toString(), "connects to FHIR and DICOM services")
			.doesNotContain(SECRET, key.lines().skip(1).findFirst().orElseThrow());
		verify(this.tests, never()).start(any(), any(), any(), any(), any());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "SECRET | | | If it is lost, add a new one",
			"CERTIFICATE | | | Paste the certificate",
			"CERTIFICATE | | -----BEGIN CERTIFICATE----- | The private key is missing",
			"CERTIFICATE | | -----BEGIN PRIVATE KEY----- | The certificate is missing",
			"CERTIFICATE | | -----BEGIN CERTIFICATE-----x-----BEGIN ENCRYPTED PRIVATE KEY----- | Enter its password",
			"CERTIFICATE | | hello | cannot be read as PEM" })
	void whatIsMissingIsSaid(String way, String secret, String pem, String text) {
		assertThat(post(SERVICE, Scene.CLIENT.toString(), way, secret, pem)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains(text);
	}

	@Test
	void aKeyOfAnotherCertificateIsNoticed() {
		assertThat(post(SERVICE, Scene.CLIENT.toString(), "CERTIFICATE", "",
				new String(TestCertificate.create().pem()) + TestCertificate.create().keyPem()))
			.bodyText()
			.contains("does not belong to this certificate");
	}

	@Test
	void whoHasTooManyTestsUnderWayIsTold() {
		given(this.tests.start(any(), any(), any(), any(), any())).willReturn(Optional.empty());
		assertThat(post(SERVICE, Scene.CLIENT.toString(), "SECRET", SECRET, ""))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Too many tests")
			.doesNotContain(SECRET);
	}

	@Test
	void aSignInIsForTheAudienceTheServiceNames() {
		given(this.tests.trust(any(), any(), any())).willReturn(new ConnectionTests.Trust(SERVICE, null));
		assertThat(this.mvc.post()
			.uri("/connection")
			.with(Operators.registrar())
			.with(csrf())
			.param("address", SERVICE)
			.param("clientId", Scene.CLIENT.toString())
			.param("way", "SINGLE_PAGE")
			.param("redirectUri", "http://localhost:3000/a?b=c&d")).hasStatusOk()
			.bodyText()
			.contains("href=\"" + this.cloud.authorizationEndpoint() + "?client_id=" + Scene.CLIENT,
					"redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fa%3Fb%3Dc%26d",
					"scope=http%3A%2F%2Flocalhost%3A8081%2Ffhir%2Fcontosohealth-clinical%2Fuser_impersonation",
					"code_challenge_method=S256");
	}

	@Test
	void aCodeOfTheSignInStartsATestWithTheOriginOfASinglePageApplication() {
		assertThat(signedIn("http://localhost:3000/?code=code-canary&state=s1&session_state=x"))
			.hasRedirectedUrl("/connection/tests/" + TEST);
		ArgumentCaptor<Credential> credential = ArgumentCaptor.captor();
		ArgumentCaptor<TestPlan> plan = ArgumentCaptor.captor();
		verify(this.tests).start(any(), any(), plan.capture(), eq(Way.SINGLE_PAGE), credential.capture());
		assertThat(plan.getValue().redirectUri()).isEqualTo("http://localhost:3000");
		assertThat((Credential.Code) credential.getValue()).satisfies((code) -> {
			assertThat(code.code()).isEqualTo("code-canary");
			assertThat(code.verifier()).isEqualTo("v1");
			assertThat(code.origin()).isEqualTo("http://localhost:3000");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"https://evil.example/?code=code-canary&state=s1 | does not start with the redirect URI",
			"http://localhost:3000/?code=code-canary&state=s2 | belongs to another sign-in",
			"http://localhost:3000/?state=s1 | There is no code", "'' | Paste the address",
			"http://localhost:3000/?error=access_denied&error_description=AADSTS65004%3a+declined&state=s1 | AADSTS65004" })
	void anAddressThatIsOfNoUseIsExplained(String answer, String text) {
		assertThat(signedIn(answer)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains(text, "value=\"" + SERVICE + "\"")
			.doesNotContain("code-canary");
		verify(this.tests, never()).start(any(), any(), any(), any(), any());
	}

	@Test
	void aWebApplicationRedeemsTheCodeWithItsSecretOrItsCertificate() {
		TestCertificate certificate = TestCertificate.create();
		String pem = new String(certificate.pem(), StandardCharsets.US_ASCII) + certificate.keyPem();
		String code = "http://localhost:3000/?code=code-canary&state=s1";
		assertThat(signedIn(code, "WEB", "", pem)).hasRedirectedUrl("/connection/tests/" + TEST);
		assertThat(signedIn(code, "WEB", SECRET, "")).hasRedirectedUrl("/connection/tests/" + TEST);
		ArgumentCaptor<Credential> credential = ArgumentCaptor.captor();
		verify(this.tests, times(2)).start(any(), any(), any(), eq(Way.WEB), credential.capture());
		assertThat(credential.getAllValues()).extracting((one) -> ((Credential.Code) one).proof())
			.satisfiesExactly((proof) -> assertThat(proof).isInstanceOf(Credential.Certificate.class),
					(proof) -> assertThat(proof).isInstanceOf(Credential.Secret.class));
		assertThat(signedIn(code, "WEB", "", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("name=\"pem\"", "or paste the certificate with its private key");
		assertThat(signedIn(code, "WEB", SECRET, pem)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Only one can be tested at a time")
			.doesNotContain(SECRET, "PRIVATE KEY");
	}

	private MvcTestResult signedIn(String answer) {
		return signedIn(answer, "SINGLE_PAGE", "", "");
	}

	private MvcTestResult signedIn(String answer, String way, String secret, String pem) {
		return this.mvc.post()
			.uri(URI.create("/connection/sign-in"))
			.with(Operators.registrar())
			.with(csrf())
			.param("address", SERVICE)
			.param("clientId", Scene.CLIENT.toString())
			.param("way", way)
			.param("secret", secret)
			.param("pem", pem)
			.param("redirectUri", "http://localhost:3000")
			.param("state", "s1")
			.param("verifier", "v1")
			.param("answer", answer)
			.exchange();
	}

	private MvcTestResult post(String address, String clientId, String way, String secret, String pem) {
		return this.mvc.post()
			.uri("/connection")
			.with(Operators.registrar())
			.with(csrf())
			.param("address", address)
			.param("clientId", clientId)
			.param("way", way)
			.param("secret", (secret != null) ? secret : "")
			.param("pem", (pem != null) ? pem : "")
			.exchange();
	}

}
