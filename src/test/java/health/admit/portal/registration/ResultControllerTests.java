package health.admit.portal.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.azure.NewAssignment;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.cloud.SecretValue;
import health.admit.portal.credentials.EnvelopeStatus;
import health.admit.portal.credentials.EnvelopeStatus.Phase;
import health.admit.portal.credentials.Envelopes;
import health.admit.portal.credentials.Revelation;
import health.admit.portal.credentials.SelfSigned;
import health.admit.portal.credentials.SelfSigned.GeneratedPair;
import health.admit.portal.credentials.SelfSigned.KeyType;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.OperationState;
import health.admit.portal.operation.Operations;
import health.admit.portal.operation.Plan;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseCookie;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = ResultController.class)
@Import({ RegistrationSlice.class, ResultViews.class, RoleViews.class, SelfSigned.class })
class ResultControllerTests {

	private static final OperationId OPERATION = new OperationId(UUID.randomUUID());

	private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	private static final String APP_ID = "aaaaaaaa-0000-4000-8000-000000000001";

	private static final String SECRET_ID = "dddddddd-0000-4000-8000-000000000004";

	private static final String SECRET = "hEl8Q~+@[:]not-a-real-secret";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MemoryDrafts drafts;

	@Autowired
	private SelfSigned selfSigned;

	@MockitoBean
	private Operations operations;

	@MockitoBean
	private Envelopes envelopes;

	@BeforeEach
	void finished() {
		operation(Contents.complete(), OperationState.Phase.FINISHED);
		given(this.envelopes.discardedCookie(OPERATION)).willReturn(ResponseCookie.from("admit-envelope-x").build());
		given(this.envelopes.status(any(), any(), any()))
			.willReturn(new EnvelopeStatus(Phase.READY, NOW.plusSeconds(600), null, null));
	}

	@Test
	void idsAreLabelledAndTheSecretIdIsNotAmongThem() {
		assertThat(get()).hasStatusOk()
			.bodyText()
			.contains(APP_ID, "this is who gets it", Operators.TENANT.toString(), "Show the secret",
					"/oauth2/v2.0/token", "&lt; client-secret.txt |", "--data-urlencode client_secret@-",
					"$FHIR_URL/.default")
			.doesNotContain(SECRET_ID, SECRET, "??");
	}

	@Test
	void whereThePeopleNeedTheRoleTheServicePrincipalIsNotSaidToGetIt() {
		operation(new DraftContent(Contents.basics(), Contents.singlePage(), null, Contents.fhir(false),
				AccessChoice.later()), OperationState.Phase.FINISHED);
		assertThat(get()).hasStatusOk()
			.bodyText()
			.contains("Not for Azure roles: people sign in to this client", "Each person who uses the client needs")
			.doesNotContain("this is who gets it", "given to the service principal", "??");
	}

	@Test
	void theSecretIsInTheAnswerToThePostOnly() {
		given(this.envelopes.reveal(any(), any(), any())).willReturn(new Revelation.Revealed(new SecretValue(SECRET)));
		MvcTestResult answer = post();
		assertThat(answer).hasStatusOk()
			.bodyText()
			.contains(SECRET, "I have stored it", "AZURE_CLIENT_SECRET=" + SECRET)
			.doesNotContain(SECRET_ID);
		assertThat(answer).headers().hasValue("Cache-Control", "no-store");
		assertThat(get()).bodyText().doesNotContain(SECRET);
	}

	@Test
	void aSecondLookSaysWhenTheFirstOneWas() {
		given(this.envelopes.reveal(any(), any(), any()))
			.willReturn(new Revelation.AlreadyRevealed(NOW, "Ada <Registrar>"));
		given(this.envelopes.status(any(), any(), any()))
			.willReturn(new EnvelopeStatus(Phase.REVEALED, null, NOW, "Ada <Registrar>"));
		assertThat(post()).hasStatusOk()
			.bodyText()
			.contains("2026-11-23T08:40:00Z", "Ada &lt;Registrar&gt;")
			.doesNotContain(SECRET);
	}

	@Test
	void assignedRoleIsCountedDownAndRequestsAreForTheRealService() {
		DraftContent reads = Contents.complete().with(Contents.reads(true));
		UUID role = Contents.reads(true).services().get(0).role();
		UUID principal = UUID.fromString("cccccccc-0000-4000-8000-000000000003");
		String name = new NewAssignment(new ResourceId(String.valueOf(Contents.reads(true).services().get(0).id())),
				principal, PrincipalType.SERVICE_PRINCIPAL, role)
			.name()
			.toString();
		operation(reads, OperationState.Phase.FINISHED, Map.of("role." + name, Instant.now().toString()));
		assertThat(get()).hasStatusOk()
			.bodyText()
			.contains("FHIR Data Reader on contoso/patients for Imaging viewer", "more minutes to know",
					"href=\"/registrations/" + OPERATION + "/result\"", "https://patients.example",
					"AUDIENCE=&#39;https://audience.example/it&#39;\\&#39;&#39;s&#39;", "$AUDIENCE/.default")
			.doesNotContain("az role assignment", "WORKSPACE-FHIRSERVICE", "What is still missing", "??");
		operation(reads, OperationState.Phase.FINISHED, Map.of("role." + name, "2026-11-20T00:00:00Z"));
		assertThat(get()).bodyText()
			.contains("assigned", "By now the service should know of the role", "Test the connection",
					"href=\"/connection?clientId=" + APP_ID, "address=https://patients.example")
			.doesNotContain("more minutes", "every 15s", "??");
		operation(reads, OperationState.Phase.FINISHED, Map.of("role." + name, "refused AuthorizationFailed"));
		assertThat(get()).bodyText()
			.contains("Azure refused to assign it (AuthorizationFailed)", "az role assignment create --role " + role,
					"/users", "What is still missing");
	}

	@Test
	void theRolesPartStandsAlone() {
		operation(Contents.complete().with(Contents.reads(false)), OperationState.Phase.FINISHED);
		assertThat(this.mvc.get().uri("/registrations/" + OPERATION + "/result/roles").with(Operators.registrar()))
			.hasStatusOk()
			.bodyText()
			.contains("to be assigned by somebody else")
			.doesNotContain("<html", "Show the secret");
	}

	@Test
	void aPublicClientGetsItsOwnRequests() {
		operation(new DraftContent(Contents.basics(), Contents.commandLine(), null, Contents.fhir(false), null),
				OperationState.Phase.FINISHED);
		assertThat(get()).hasStatusOk()
			.bodyText()
			.contains("/oauth2/v2.0/devicecode", "/adminconsent?client_id=" + APP_ID)
			.doesNotContain("client_credentials", "Show the secret", "??");
	}

	@Test
	void aCertificateIsUsedFromTheFileThatWasGenerated() {
		GeneratedPair pair = this.selfSigned.pem("viewer", KeyType.RSA_3072, 6);
		operation(certificate(pair), OperationState.Phase.FINISHED);
		assertThat(get()).bodyText()
			.contains("PEM=" + pair.fileName(), "openssl pkcs12 -in " + pair.fileName().replace(".pem", ".p12"),
					"grant_type=client_credentials", "grant_type=authorization_code", "&amp;way=WEB&amp;")
			.doesNotContain("client_secret", "??");
	}

	@Test
	void anEllipticCertificateGetsNoCommandThatCannotWork() {
		operation(certificate(this.selfSigned.pem("viewer", KeyType.P_256, 6)), OperationState.Phase.FINISHED);
		assertThat(get()).hasStatusOk()
			.bodyText()
			.contains("There is no command that would work", "elliptic curve", "Add an RSA certificate")
			.doesNotContain("PS256&quot;", "openssl", "curl", "neither a credential", "??");
	}

	@Test
	void lookingAtTheResultChangesNothing() {
		Draft draft = this.drafts.put(Contents.draft(Contents.complete()));
		this.drafts.confirm(Contents.ADA, draft.id(), draft.version(), OPERATION);
		get();
		assertThat(this.drafts.get(draft.id())).isNotNull();
		assertThat(this.drafts.of(Contents.ADA)).isEmpty();
	}

	@Test
	void whatIsStillUnderWayHasNoResult() {
		operation(Contents.complete(), OperationState.Phase.RUNNING);
		assertThat(get()).hasRedirectedUrl("/operations/" + OPERATION);
	}

	@Test
	void anotherTenantsOperationIsNotThere() {
		given(this.operations.find(any(), any())).willReturn(Optional.empty());
		assertThat(get()).hasStatus(404);
	}

	private static DraftContent certificate(GeneratedPair pair) {
		return Contents.server(CertificateController.choice(pair.certificate()));
	}

	private void operation(DraftContent content, OperationState.Phase phase) {
		operation(content, phase, Map.of());
	}

	private void operation(DraftContent content, OperationState.Phase phase, Map<String, String> more) {
		Map<String, String> facts = new HashMap<>(Map.of("appId", APP_ID, "applicationObjectId",
				"bbbbbbbb-0000-4000-8000-000000000002", "servicePrincipalObjectId",
				"cccccccc-0000-4000-8000-000000000003", "secretKeyId", SECRET_ID, "secretEnd", "2027-05-23T00:00:00Z"));
		facts.putAll(more);
		Plan plan = RegistrationPlanner.plan(content, new TenantSnapshot(Map.of()), LocalDate.of(2026, 11, 23));
		given(this.operations.find(Operators.TENANT, OPERATION)).willReturn(Optional.of(new OperationState(OPERATION,
				Operators.TENANT, Operators.OBJECT_ID, plan, phase, List.of(), facts, NOW, NOW)));
	}

	private MvcTestResult get() {
		return this.mvc.get().uri("/registrations/" + OPERATION + "/result").with(Operators.registrar()).exchange();
	}

	private MvcTestResult post() {
		return this.mvc.post()
			.uri("/registrations/" + OPERATION + "/result")
			.with(Operators.registrar())
			.with(csrf())
			.exchange();
	}

}
