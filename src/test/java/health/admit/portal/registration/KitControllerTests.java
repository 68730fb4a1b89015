package health.admit.portal.registration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import health.admit.portal.access.ClientTask;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.OperationState;
import health.admit.portal.operation.Operations;
import health.admit.portal.operation.Plan;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = KitController.class)
@Import({ RegistrationSlice.class, KitControllerTests.WithKits.class })
class KitControllerTests {

	private static final OperationId OPERATION = new OperationId(UUID.randomUUID());

	private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	private static final String APP_ID = "aaaaaaaa-0000-4000-8000-000000000001";

	private static final String SECRET = "hEl8Q~+@[:]not-a-real-secret";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Operations operations;

	@BeforeEach
	void finished() {
		operation(Contents.complete().with(Contents.reads(true)));
	}

	@Test
	void theFilesAreNamedAndEachCanBeHadAlone() {
		assertThat(get("")).hasStatusOk()
			.bodyText()
			.contains("probe.sh", "fhir.http", "Imaging viewer", "No secret is in it")
			.doesNotContain("dicom.http", "??");
		MvcTestResult probe = get("/file?name=probe.sh");
		assertThat(probe).hasStatusOk().bodyText().startsWith("#!").contains(APP_ID);
		assertThat(probe).headers().hasValue("Cache-Control", "no-store");
		assertThat(get("/file?name=../probe.sh")).hasStatus(404);
	}

	@Test
	void theSecretIsInTheKitOnlyWhenThePageSendsItAlong() throws IOException {
		assertThat(files(get("/zip")).values()).noneMatch((text) -> text.contains(SECRET));
		MvcTestResult posted = this.mvc.post()
			.uri("/registrations/" + OPERATION + "/kit/zip")
			.with(Operators.registrar())
			.with(csrf())
			.param("secret", SECRET)
			.exchange();
		assertThat(posted).headers().hasValue("Cache-Control", "no-store");
		assertThat(posted).headers().hasValue("Content-Disposition", "attachment; filename=\"client-kit.zip\"");
		assertThat(files(posted).get("client-secret.txt").strip()).isEqualTo(SECRET);
	}

	@Test
	void aClientWithoutAServiceGetsAPlaceholderAndThePageSaysSo() throws IOException {
		operation(Contents.complete());
		assertThat(get("")).hasStatusOk()
			.bodyText()
			.contains("A placeholder stands for it", "the readme holds the one command", "fhir.http")
			.doesNotContain("dicom.http", "??");
		Map<String, String> files = files(get("/zip"));
		assertThat(files.get(".env")).contains("FHIR_URL=https://put-the-address-of-the-fhir-service-here.invalid");
		assertThat(files.get("readme.md")).contains("Put in the address of the service");
	}

	@Test
	void aServiceWhoseAddressAzureDidNotNameKeepsItsRole() throws IOException {
		AccessChoice.Service known = Contents.reads(true).services().get(0);
		operation(Contents.complete()
			.with(new AccessChoice(AccessChoice.Mode.AZURE, ClientTask.READ,
					List.of(new AccessChoice.Service(known.api(), known.id(), known.name(), known.subscription(), "",
							known.audience(), known.role(), known.roleName(), known.assign())),
					true, List.of())));
		Map<String, String> files = files(get("/zip"));
		assertThat(files.get("probe.sh")).contains("put-the-address-of-the-fhir-service-here.invalid",
				"audience.example");
		assertThat(files.get("readme.md")).contains("FHIR Data Reader");
	}

	@Test
	void aClientThatShowsTheTokensOfAnotherProviderGetsAKitThatReadsThemFromAFile() throws IOException {
		operation(Contents
			.server(new CredentialChoice(CredentialChoice.Kind.FEDERATED, null, null,
					new CredentialChoice.Federation("cluster", "https://cluster.contoso.example",
							"system:serviceaccount:imaging:reader", FederationForm.USUAL_AUDIENCE, null)))
			.with(Contents.reads(true)));
		Map<String, String> files = files(get("/zip"));
		assertThat(files.get("probe.sh")).contains("AZURE_FEDERATED_TOKEN_FILE",
				"subject system:serviceaccount:imaging:reader");
		assertThat(files.get("azure-identity/python/probe.py")).contains("WorkloadIdentityCredential");
		assertThat(files).doesNotContainKey("client-secret.txt");
	}

	@Test
	void aClientOfAnotherApiGetsItsRegistrationAsCode() throws IOException {
		Basics basics = Contents.basics();
		operation(Contents.complete()
			.with(new Basics(basics.name(), Purpose.OTHER, basics.accountTypes(), null, null, null, basics.owners(),
					false)));
		assertThat(get("")).bodyText().contains("no files that read from a service").doesNotContain("??");
		assertThat(files(get("/zip"))).containsKey("terraform/main.tf").doesNotContainKey("probe.sh");
	}

	@Test
	void aClientThatNothingCanSignInWithHasNoKitAndThePageSaysWhy() {
		operation(new DraftContent(Contents.basics(),
				new Authentication(ClientKind.COMMAND_LINE_OR_DEVICE, false,
						new RedirectUris(List.of(), List.of(), List.of()), false),
				null, Contents.fhir(true), Contents.reads(true)));
		assertThat(get("")).hasStatus(404).bodyText().contains("could get a token", "Back to the result");
		assertThat(get("/zip")).hasStatus(404);
	}

	@Test
	void anotherTenantsClientHasNone() {
		given(this.operations.find(any(), any())).willReturn(Optional.empty());
		assertThat(get("")).hasStatus(404);
		assertThat(get("/zip")).hasStatus(404);
	}

	@Test
	void helpDeskGetsNoKit() {
		assertThat(this.mvc.get().uri("/registrations/" + OPERATION + "/kit/zip").with(Operators.helpDesk()))
			.hasStatus(403);
	}

	private void operation(DraftContent content) {
		Plan plan = RegistrationPlanner.plan(content, new TenantSnapshot(Map.of()), LocalDate.of(2026, 11, 23));
		given(this.operations.find(Operators.TENANT, OPERATION)).willReturn(Optional.of(new OperationState(OPERATION,
				Operators.TENANT, Operators.OBJECT_ID, plan, OperationState.Phase.FINISHED, List.of(),
				Map.of("appId", APP_ID, "applicationObjectId", "bbbbbbbb-0000-4000-8000-000000000002",
						"servicePrincipalObjectId", "cccccccc-0000-4000-8000-000000000003", "secretEnd",
						"2027-05-23T00:00:00Z"),
				NOW, NOW)));
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri("/registrations/" + OPERATION + "/kit" + path).with(Operators.registrar()).exchange();
	}

	private static Map<String, String> files(MvcTestResult answer) throws IOException {
		assertThat(answer).hasStatusOk();
		Map<String, String> files = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(
				new ByteArrayInputStream(answer.getMvcResult().getResponse().getContentAsByteArray()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		assertThat(files).isNotEmpty();
		return files;
	}

	@ComponentScan("health.admit.portal.kits")
	static class WithKits {

	}

}
