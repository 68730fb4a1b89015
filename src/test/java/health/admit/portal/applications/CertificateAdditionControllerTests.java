package health.admit.portal.applications;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.credentials.ApplicationCertificates;
import health.admit.portal.credentials.CertificateReader;
import health.admit.portal.credentials.CertificateViews;
import health.admit.portal.credentials.HeldCertificate;
import health.admit.portal.credentials.HeldCertificates;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.CredentialPolicy;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.PlanChanged;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import health.admit.support.TestCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = CertificateAdditionController.class)
@Import({ CertificateReader.class, CertificateViews.class })
class CertificateAdditionControllerTests {

	private static final UUID ID = UUID.fromString("0b6a2c1e-6f5e-4f0a-9a37-1d3a9b1c5e01");

	private static final UUID OWN = UUID.fromString("0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4");

	private static final String PATH = "/applications/" + ID + "/certificates";

	private static final OperationId OPERATION = OperationId.random();

	private static final UUID KEY = UUID.randomUUID();

	private static final TestCertificate MINE = TestCertificate.create("CN=mine");

	private static final HeldCertificates SEEN = new HeldCertificates(List.of(held("CN=old <b>", "A1")));

	private static final HeldCertificates CHANGED = new HeldCertificates(
			List.of(held("CN=fresh", "B2"), held("CN=fresher", "C3")));

	private final Directory directory = mock(Directory.class);

	private final ApplicationRecord application = mock(ApplicationRecord.class);

	@MockitoBean
	private Directories directories;

	@MockitoBean
	private ApplicationCertificates certificates;

	@Autowired
	private CertificateReader reader;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void registered() {
		given(this.directories.actingFor(Operators.DELEGATION)).willReturn(this.directory);
		given(this.application.objectId()).willReturn(ID);
		given(this.application.appId()).willReturn(UUID.randomUUID());
		given(this.application.displayName()).willReturn("Imaging <viewer>");
		given(this.directory.application(ID)).willReturn(Optional.of(this.application));
		given(this.directory.credentialPolicy()).willReturn(CredentialPolicy.unknown());
		given(this.certificates.held(ID, Operators.DELEGATION)).willReturn(SEEN);
		given(this.certificates.add(any(), any(), any(), any(), any(), any())).willReturn(OPERATION);
	}

	@Test
	void certificateIsTakenAsAFileOrAsText() {
		assertThat(get("/new")).hasStatusOk()
			.bodyText()
			.contains("Add a certificate to Imaging &lt;viewer&gt;", "Or its text")
			.doesNotContain("??");
		assertThat(upload(MINE.pem(), null)).hasStatusOk()
			.bodyText()
			.contains("Add this certificate to Imaging &lt;viewer&gt;?", "CN=mine", "CN=old &lt;b&gt;", "A1",
					"unchanged", "yours")
			.doesNotContain("??", "Somebody changed", "When you looked");
		assertThat(upload(new byte[0], new String(MINE.pem(), StandardCharsets.US_ASCII))).hasStatusOk()
			.bodyText()
			.contains("CN=mine");
		then(this.certificates).should(never()).add(any(), any(), any(), any(), any(), any());
	}

	@Test
	void whatIsNoCertificateIsRefusedAndKeptUnlessItHoldsAKey() {
		assertThat(upload(new byte[0], "CERTIFICATE it is not")).hasStatus(422)
			.bodyText()
			.contains("This is not a certificate", "CERTIFICATE it is not</textarea>", "href=\"#text\"");
		assertThat(upload(new byte[0], MINE.keyPem())).hasStatus(422)
			.bodyText()
			.contains("This holds a private key")
			.doesNotContain("BEGIN PRIVATE KEY");
		assertThat(upload(new byte[0], "")).hasStatus(422)
			.bodyText()
			.contains("Choose a certificate file", "href=\"#file\"");
		assertThat(get("/new?problem=TOO_LARGE")).hasStatus(422).bodyText().contains("larger than 64 KB");
	}

	@Test
	void confirmingStartsTheOperation() {
		assertThat(confirm(SEEN, null)).hasRedirectedUrl("/operations/" + OPERATION);
		then(this.certificates).should()
			.add(eq(ID), eq("Imaging <viewer>"),
					assertArg((certificate) -> assertThat(certificate.der()).isEqualTo(MINE.der())), eq(SEEN), eq(KEY),
					eq(Operators.DELEGATION));
	}

	@Test
	void changeMeanwhileIsShownThreeWaysBeforeAnythingIsDone() {
		given(this.certificates.held(ID, Operators.DELEGATION)).willReturn(CHANGED);
		assertThat(confirm(SEEN, null)).hasStatus(409)
			.bodyText()
			.contains("Somebody changed the certificates since you looked", "When you looked", "CN=old &lt;b&gt;",
					"removed meanwhile", "CN=fresh", "CN=fresher", "added meanwhile", "CN=mine", "yours",
					"Add mine to what is there now", Base64.getEncoder().encodeToString(MINE.der()))
			.doesNotContain("??", KEY.toString());
		then(this.certificates).should(never()).add(any(), any(), any(), any(), any(), any());
		assertThat(confirm(CHANGED, null)).hasRedirectedUrl("/operations/" + OPERATION);
	}

	@Test
	void secondPressOfTheButtonShowsTheSameOperation() {
		given(this.certificates.held(ID, Operators.DELEGATION)).willReturn(CHANGED);
		given(this.certificates.startedWith(KEY, Operators.DELEGATION)).willReturn(Optional.of(OPERATION));
		assertThat(confirm(SEEN, null)).hasRedirectedUrl("/operations/" + OPERATION);
	}

	@Test
	void keyThatWasUsedForAnotherCertificateStartsNothing() {
		given(this.certificates.add(any(), any(), any(), any(), eq(KEY), any())).willThrow(new PlanChanged("other"));
		assertThat(confirm(SEEN, null)).hasStatus(409).bodyText().contains("CN=mine").doesNotContain(KEY.toString());
	}

	@Test
	void goingBackKeepsTheCertificate() {
		assertThat(confirm(SEEN, "back")).hasStatusOk()
			.bodyText()
			.contains("-----BEGIN CERTIFICATE-----", Base64.getEncoder().encodeToString(MINE.der()).substring(0, 60));
		then(this.certificates).should(never()).add(any(), any(), any(), any(), any(), any());
	}

	@Test
	void refusedOperationLeadsBackToTheComparison() {
		given(this.certificates.held(ID, Operators.DELEGATION)).willReturn(CHANGED);
		given(this.certificates.asked(ID, OPERATION, Operators.DELEGATION))
			.willReturn(Optional.of(new ApplicationCertificates.Addition(this.reader.known(MINE.der()), SEEN)));
		assertThat(get("/again?operation=" + OPERATION)).hasStatusOk()
			.bodyText()
			.contains("removed meanwhile", "added meanwhile", "CN=mine");
		assertThat(get("/again?operation=" + UUID.randomUUID())).hasRedirectedUrl("/applications/" + ID);
	}

	@Test
	void certificateThatIsThereIsNotAddedAgain() {
		HeldCertificate mine = held("CN=mine", this.reader.known(MINE.der()).sha1());
		given(this.certificates.held(ID, Operators.DELEGATION)).willReturn(new HeldCertificates(List.of(mine)));
		assertThat(upload(MINE.pem(), null)).hasStatusOk()
			.bodyText()
			.contains("has this certificate already")
			.doesNotContain("Add the certificate</button>");
	}

	@Test
	void onlyRegistrarsMayAndNeverForThePortalItself() {
		assertThat(this.mvc.get().uri(PATH + "/new").with(Operators.helpDesk()).exchange()).hasStatus(403);
		assertThat(this.mvc.post().uri(PATH).with(Operators.helpDesk()).with(csrf()).exchange()).hasStatus(403);
		given(this.application.appId()).willReturn(OWN);
		assertThat(get("/new")).hasRedirectedUrl("/applications/" + ID);
		assertThat(upload(MINE.pem(), null)).hasRedirectedUrl("/applications/" + ID);
		assertThat(confirm(SEEN, null)).hasRedirectedUrl("/applications/" + ID);
		given(this.directory.application(ID)).willReturn(Optional.empty());
		assertThat(get("/new")).hasRedirectedUrl("/applications/" + ID);
		then(this.certificates).should(never()).add(any(), any(), any(), any(), any(), any());
	}

	@Test
	void tamperedFormsAreRefused() {
		assertThat(post().param("key", KEY.toString()).param("certificate", "%").param("seen", "[]").exchange())
			.hasStatus(400);
		assertThat(post().param("key", KEY.toString())
			.param("certificate", Base64.getEncoder().encodeToString(MINE.der()))
			.param("seen", "[{}]")
			.exchange()).hasStatus(400);
		assertThat(post().param("key", KEY.toString()).param("certificate", "AAAA").param("seen", "[]").exchange())
			.hasStatus(422);
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(PATH + path).with(Operators.registrar()).exchange();
	}

	private MvcTestResult upload(byte[] file, String text) {
		var request = this.mvc.post()
			.uri(PATH + "/new")
			.multipart()
			.file(new MockMultipartFile("file", "client.pem", null, file))
			.with(Operators.registrar())
			.with(csrf());
		return ((text != null) ? request.param("text", text) : request).exchange();
	}

	private MvcTestResult confirm(HeldCertificates seen, String then) {
		MockMvcRequestBuilder request = post().param("key", KEY.toString())
			.param("certificate", Base64.getEncoder().encodeToString(MINE.der()))
			.param("seen", seen.canonical());
		return ((then != null) ? request.param("then", then) : request).exchange();
	}

	private MockMvcRequestBuilder post() {
		return this.mvc.post().uri(PATH).with(Operators.registrar()).with(csrf());
	}

	private static HeldCertificate held(String name, String thumbprint) {
		return new HeldCertificate(UUID.randomUUID(), name, thumbprint, "AsymmetricX509Cert", "Verify", null,
				Instant.parse("2030-01-01T00:00:00Z"));
	}

}
