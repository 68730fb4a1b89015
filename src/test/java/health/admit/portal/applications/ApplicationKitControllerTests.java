package health.admit.portal.applications;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import health.admit.portal.access.DataAction;
import health.admit.portal.access.HealthServices;
import health.admit.portal.access.HeldRole;
import health.admit.portal.access.HeldRoles;
import health.admit.portal.access.PrincipalRoles;
import health.admit.portal.azure.AssignmentId;
import health.admit.portal.azure.Found;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.azure.Unread;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.CertificateKey;
import health.admit.portal.directory.CertificateSummary;
import health.admit.portal.directory.ConsentGrant;
import health.admit.portal.directory.DelegatedPermission;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.FederatedCredential;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.directory.SecretSummary;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;
import health.admit.support.Operators;
import health.admit.support.TestCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@AzurePagesTest
class ApplicationKitControllerTests {

	private static final UUID ID = UUID.fromString("0b6a2c1e-6f5e-4f0a-9a37-1d3a9b1c5e01");

	private static final UUID APP_ID = UUID.fromString("1c7b3d2f-7a6f-4a1b-8b48-2e4b0c2d6f12");

	private static final UUID PRINCIPAL = UUID.fromString("2d8c4e3a-8b7a-4b2c-9c59-3f5c1d3e7a23");

	private static final UUID API = UUID.fromString("3e9d5f4b-9c8b-4c3d-8d6a-4a6d2e4f8b34");

	private static final UUID SCOPE = UUID.fromString("db75143a-8f20-4238-9450-8b73ef4992f4");

	private static final UUID READER = UUID.fromString("4c8d0bbc-75d3-4935-991f-5f3c56d81508");

	private static final String WORKSPACE = "/subscriptions/11111111-1111-4111-8111-111111111111"
			+ "/resourceGroups/rg/providers/Microsoft.HealthcareApis/workspaces/contoso";

	private static final ResourceId FHIR = new ResourceId(WORKSPACE + "/fhirservices/patients");

	private static final ResourceId DICOM = new ResourceId(WORKSPACE + "/dicomservices/images");

	private static final AssignmentId ASSIGNMENT = new AssignmentId(FHIR, UUID.randomUUID());

	private static final SecretSummary SECRET = new SecretSummary(UUID.randomUUID(), "Rotation <May> \u00b7 admit:1",
			"abc", Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-05-22T10:00:00Z"));

	private static final RedirectUris NONE = new RedirectUris(List.of(), List.of(), List.of());

	private final Directory directory = mock(Directory.class);

	@MockitoBean
	private Directories directories;

	@MockitoBean
	private PrincipalRoles roles;

	@MockitoBean
	private HealthServices services;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void registered() {
		given(this.directories.actingFor(Operators.DELEGATION)).willReturn(this.directory);
		application(APP_ID, NONE, false, List.of(SECRET), List.of());
		given(this.directory.servicePrincipal(APP_ID))
			.willReturn(Optional.of(new ServicePrincipalRecord(PRINCIPAL, APP_ID, "Imaging viewer", List.of())));
		given(this.directory.resourceApi(HealthApi.FHIR.appId()))
			.willReturn(Optional.of(new ResourceApi(API, HealthApi.FHIR.appId(), "Azure Healthcare APIs", List.of(),
					List.of(new DelegatedPermission(SCOPE, "user_impersonation", null, null, false)), List.of())));
		given(this.directory.tenantWideGrant(PRINCIPAL, API))
			.willReturn(Optional.of(new ConsentGrant("grant", PRINCIPAL, API, List.of("user_impersonation"))));
		given(this.services.find(any())).willReturn(new Found<>(List.of(
				new HealthService(FHIR, HealthApi.FHIR, "patients", "contoso", FHIR.subscription(), "Production <b>",
						"rg", "westeurope", URI.create("https://patients.example"), List.of("https://audience.example"),
						null),
				new HealthService(DICOM, HealthApi.DICOM, "images", "contoso", DICOM.subscription(), "Production <b>",
						"rg", "westeurope", URI.create("https://images.example"), List.of(), null)),
				List.of(new Unread(UUID.randomUUID(), "Locked <i>", "", Unread.Reason.REFUSED, "AuthorizationFailed",
						"no"))));
		held(ASSIGNMENT.toString(), FHIR.text());
	}

	@Test
	void theServicesWhereItHasARoleAreInItsKit() throws IOException {
		assertThat(get("")).hasStatusOk()
			.bodyText()
			.contains("Client kit of Imaging &lt;viewer&gt;", "As itself, with a secret", "FHIR contoso/patients",
					"it has the role FHIR Data Reader", "DICOM contoso/images", "it has no role there",
					"Production &lt;b&gt;", "Locked &lt;i&gt;: Azure does not let you read it", "probe.sh")
			.doesNotContain("??", "<viewer>", "A placeholder stands");
		Map<String, String> kit = kit("");
		assertThat(kit).containsKey("fhir.http").doesNotContainKey("dicom.http");
		assertThat(kit.get("probe.sh")).contains(APP_ID.toString(), "https://patients.example",
				"https://audience.example/.default");
		assertThat(kit.get("readme.md")).contains("FHIR Data Reader", "Rotation", "2027-05-22 10:00 UTC");
		assertThat(kit.get("terraform/imports.tf")).contains(ASSIGNMENT.toString());
		assertThat(kit.get("terraform/main.tf")).contains("claim_values", "user_impersonation");
		assertThat(kit.get("terraform/main.tf")).contains("\"For the wards\"", "\"SVC-4711\"",
				"service_management_reference");
		assertThat(kit).as("what a terminal shows wrongly")
			.allSatisfy((file, text) -> assertThat(text).doesNotContain("\u00b7"));
		assertThat(kit.get("client-secret.txt")).startsWith("PASTE-THE-VALUE");
	}

	@Test
	void aRoleFromAboveIsNamedButNotTakenForOneAtTheService() throws IOException {
		held(new AssignmentId(new ResourceId(WORKSPACE), UUID.randomUUID()).toString(), WORKSPACE);
		Map<String, String> kit = kit("");
		assertThat(kit.get("readme.md")).contains("FHIR Data Reader");
		assertThat(kit.get("terraform/imports.tf")).doesNotContain("roleAssignments");
	}

	@Test
	void otherServicesAndAnotherWayCanBeChosen() throws IOException {
		application(APP_ID, new RedirectUris(List.of(), List.of("https://viewer.example/app"), List.of()), true,
				List.of(SECRET), List.of());
		assertThat(get("")).bodyText()
			.contains("A person signs in to a page in the browser", "with a code that a device shows");
		Map<String, String> kit = kit("&way=SINGLE_PAGE&chosen=true&service=" + DICOM);
		assertThat(kit).containsKeys("dicom.http", "azure-identity/javascript/page.mjs")
			.doesNotContainKeys("fhir.http", "client-secret.txt");
		assertThat(kit.get("probe.sh")).contains("https://viewer.example/app", "https://images.example",
				"https://dicom.healthcareapis.azure.com/Dicom.ReadWrite");
		assertThat(kit("&way=DEVICE_CODE").get("probe.sh")).contains("devicecode");
	}

	@Test
	void oneFileCanBeHadAlone() {
		MvcTestResult file = get("/download?file=azure-identity/java/probe.java");
		assertThat(file).hasStatusOk().bodyText().contains(APP_ID.toString());
		assertThat(file).headers().hasValue("Content-Disposition", "attachment; filename=\"probe.java\"");
		assertThat(file).headers().hasValue("Cache-Control", "no-store");
		assertThat(get("/download?file=../probe.sh")).hasRedirectedUrl("/applications/" + ID + "/kit");
	}

	@Test
	void aCertificateIsKnownByItsBytes() throws IOException {
		TestCertificate certificate = TestCertificate.create();
		application(APP_ID, NONE, false, List.of(),
				List.of(new CertificateSummary(UUID.randomUUID(), "viewer", "AB", null, null)));
		given(this.directory.certificateKeys(ID))
			.willReturn(List.of(new CertificateKey(UUID.randomUUID(), "viewer", new byte[0], null, null),
					new CertificateKey(UUID.randomUUID(), "viewer", certificate.der(), null, null)));
		assertThat(kit("").get("probe.sh"))
			.contains(HexFormat.of().withUpperCase().formatHex(certificate.thumbprint("SHA-256")), "client-key.pem");
	}

	@Test
	void aWebApplicationWithACertificateSignsPeopleInWithIt() throws IOException {
		TestCertificate certificate = TestCertificate.create();
		application(APP_ID, new RedirectUris(List.of("https://viewer.example/signed-in"), List.of(), List.of()), false,
				List.of(), List.of(new CertificateSummary(UUID.randomUUID(), "viewer", "AB", null, null)));
		given(this.directory.certificateKeys(ID))
			.willReturn(List.of(new CertificateKey(UUID.randomUUID(), "viewer", certificate.der(), null, null)));
		assertThat(kit("").get("probe.sh")).contains("grant_type=authorization_code", "client_assertion=%s",
				"https://viewer.example/signed-in");
		assertThat(kit("&way=APP_WITH_CERTIFICATE").get("probe.sh")).contains("grant_type=client_credentials");
	}

	@Test
	void anotherProvidersTokenIsReadFromAFile() throws IOException {
		application(APP_ID, NONE, false, List.of(), List.of());
		given(this.directory.federatedCredentials(ID)).willReturn(List.of(new FederatedCredential("cluster",
				"https://cluster.example", "system:serviceaccount:a:b", "api://AzureADTokenExchange", null)));
		assertThat(kit("").get("probe.py")).contains("AZURE_FEDERATED_TOKEN_FILE", "system:serviceaccount:a:b");
	}

	@Test
	void withoutAzureItStillHasAKitAndThePageSaysWhatIsMissing() throws IOException {
		given(this.services.find(any())).willThrow(new StepUpRequired(Set.of(DelegatedScope.AZURE), null));
		given(this.directory.tenantWideGrant(any(), any()))
			.willThrow(new StepUpRequired(Set.of(DelegatedScope.GRANT_WRITE), null));
		assertThat(get("")).hasStatusOk()
			.bodyText()
			.contains("The portal may not read Azure for you yet", "/applications/" + ID + "/kit/azure",
					"A placeholder stands for it", "Consent to delegated permissions is not in the code",
					"/applications/" + ID + "/kit/consent")
			.doesNotContain("??");
		Map<String, String> kit = kit("&way=APP_WITH_SECRET&chosen=true");
		assertThat(kit.get(".env")).contains("FHIR_URL=https://put-the-address-of-the-fhir-service-here.invalid");
		assertThat(kit.get("terraform/main.tf")).doesNotContain("claim_values");
	}

	@Test
	void aServiceThatIsGoneLeadsBackToThePage() {
		given(this.services.find(any())).willReturn(new Found<>(List.of(), List.of()));
		String chosen = "way=APP_WITH_SECRET&chosen=true&service=" + FHIR;
		assertThat(get("/download?" + chosen)).hasRedirectedUrl("/applications/" + ID + "/kit");
		assertThat(get("?" + chosen)).bodyText().contains("is not to be found in Azure any more");
	}

	@Test
	void whatNothingCanSignInWithHasNoKit() {
		application(APP_ID, NONE, false, List.of(), List.of());
		assertThat(get("")).hasStatusOk().bodyText().contains("There is no kit for this application");
		assertThat(get("/download")).hasRedirectedUrl("/applications/" + ID + "/kit");
	}

	@Test
	void thePortalsOwnRegistrationHasNone() {
		application(UUID.fromString("0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4"), NONE, false, List.of(SECRET), List.of());
		assertThat(get("")).hasStatusOk().bodyText().contains("own registration").doesNotContain("probe.sh");
		assertThat(get("/download")).hasRedirectedUrl("/applications/" + ID + "/kit");
	}

	@Test
	void anApplicationThatIsNotThereHasNone() {
		given(this.directory.application(ID)).willReturn(Optional.empty());
		assertThat(get("")).hasStatus(404);
	}

	@Test
	void helpDeskDoesNotGetHere() {
		assertThat(this.mvc.get().uri("/applications/" + ID + "/kit/download").with(Operators.helpDesk()))
			.hasStatus(403);
	}

	private void application(UUID appId, RedirectUris uris, boolean publicClient, List<SecretSummary> secrets,
			List<CertificateSummary> certificates) {
		given(this.directory.application(ID)).willReturn(Optional.of(new ApplicationRecord(ID, appId,
				"Imaging <viewer>", null, "AzureADMyOrg", null, "For the wards", null, "SVC-4711", uris, publicClient,
				secrets, certificates, List.of(new RequiredApi(HealthApi.FHIR.appId(), List.of(SCOPE), List.of())))));
	}

	private void held(String assignment, String scope) {
		given(this.roles.of(PRINCIPAL, Operators.DELEGATION)).willReturn(
				new HeldRoles(
						List.of(new HeldRole(new RoleAssignment(assignment, scope, PRINCIPAL, "ServicePrincipal",
								READER, Instant.EPOCH), "FHIR Data Reader", Set.of(DataAction.FHIR_READ), false)),
						0, true, List.of()));
	}

	private MvcTestResult get(String rest) {
		return this.mvc.get().uri("/applications/" + ID + "/kit" + rest).with(Operators.registrar()).exchange();
	}

	/** The unpacked zip. */
	private Map<String, String> kit(String choice) throws IOException {
		MvcTestResult answer = get("/download?" + choice);
		assertThat(answer).hasStatusOk();
		Map<String, String> files = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(
				new ByteArrayInputStream(answer.getMvcResult().getResponse().getContentAsByteArray()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return files;
	}

}
