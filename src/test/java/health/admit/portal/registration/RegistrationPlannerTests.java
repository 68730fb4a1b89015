package health.admit.portal.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.NewApplication;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.Plan;
import health.admit.portal.operation.PlannedStep;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegistrationPlannerTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

	private static final TenantSnapshot EMPTY = new TenantSnapshot(Map.of());

	private static final TenantSnapshot WITH_FHIR = new TenantSnapshot(
			Map.of(HealthApi.FHIR.appId(), UUID.fromString("22222222-2222-4222-8222-222222222222")));

	@Test
	void rolesComeBeforeTheSecretAndGoToTheNewClient() {
		Plan plan = plan(Contents.complete().with(Contents.reads(true)), EMPTY);
		List<String> kinds = plan.steps().stream().map(PlannedStep::kind).toList();
		assertThat(kinds).containsSubsequence("servicePrincipal.create", "role.assign", "secret.create");
		assertThat(NeededScopes.of(plan)).extracting(Enum::name).contains("AZURE");
		assertThat(plan(Contents.complete().with(Contents.reads(false)), EMPTY).steps()).extracting(PlannedStep::kind)
			.doesNotContain("role.assign");
	}

	@Test
	void theSecretComesLast() {
		assertThat(kinds(plan(Contents.complete(), WITH_FHIR))).containsExactly("application.create",
				"servicePrincipal.create", "owner.add", "consent.grant", "secret.create");
	}

	@Test
	void anApiThatIsMissingIsAddedBeforeItIsConsentedTo() {
		PermissionChoice.Api fhir = Contents.fhir(true).apis().get(0);
		PermissionChoice add = new PermissionChoice(List
			.of(new PermissionChoice.Api(fhir.appId(), fhir.displayName(), true, fhir.scopes(), fhir.appRoles())),
				true);
		assertThat(kinds(plan(Contents.complete().with(add), EMPTY))).containsSubsequence("servicePrincipal.create",
				"resource.add", "consent.grant", "secret.create");
		assertThat(kinds(plan(Contents.complete().with(add), WITH_FHIR))).doesNotContain("resource.add");
	}

	@Test
	void consentLeftForLaterIsNotPlanned() {
		assertThat(kinds(plan(Contents.complete().with(Contents.fhir(false)), WITH_FHIR)))
			.doesNotContain("consent.grant");
	}

	@Test
	void aPublicClientGetsNoCredentialWhateverTheDraftHolds() {
		assertThat(kinds(plan(Contents.complete().with(Contents.singlePage()), WITH_FHIR)))
			.doesNotContain("secret.create");
	}

	@Test
	void theSamePlanHasTheSameHashAndAnotherOneHasNot() {
		String hash = plan(Contents.complete(), WITH_FHIR).hash();
		assertThat(plan(Contents.complete(), WITH_FHIR).hash()).isEqualTo(hash);
		assertThat(plan(Contents.server(Contents.secret(12)), WITH_FHIR).hash()).isNotEqualTo(hash);
		assertThat(plan(Contents.complete().with(Contents.basics("x", AccountTypes.THIS_DIRECTORY)), WITH_FHIR).hash())
			.isNotEqualTo(hash);
	}

	@Test
	void theSecretEndsWhereItsMonthsEnd() {
		PlannedStep secret = plan(Contents.server(Contents.secret(6)), EMPTY).steps().get(3);
		assertThat(secret.parameters()).containsEntry("end", "2027-05-23T00:00:00Z");
	}

	@Test
	void theWholeBodyTravelsThroughThePlan() {
		OperationId operation = OperationId.random();
		Map<String, String> parameters = plan(Contents.complete(), EMPTY).steps().get(0).parameters();
		NewApplication body = ApplicationParameters.toApplication(parameters, operation);
		assertThat(body.displayName()).isEqualTo("Imaging viewer");
		assertThat(body.signInAudience()).isEqualTo("AzureADMyOrg");
		assertThat(body.redirectUris()).isEqualTo(Contents.server().redirectUris());
		assertThat(body.requiredApis())
			.containsExactly(new RequiredApi(HealthApi.FHIR.appId(), List.of(Contents.SCOPE), List.of()));
		assertThat(body.certificates()).isEmpty();
		assertThat(body.tags()).containsExactly("AdmitOp:" + operation);
	}

	@Test
	void onlyWhatThePlanDoesIsAskedFor() {
		DraftContent bare = new DraftContent(Contents.basics(), Contents.commandLine(), null,
				new PermissionChoice(List.of(), false), null);
		assertThat(NeededScopes.of(plan(bare, EMPTY))).extracting("value")
			.containsExactlyInAnyOrder("Application.ReadWrite.All", "Directory.Read.All");
	}

	private static Plan plan(DraftContent content, TenantSnapshot tenant) {
		return RegistrationPlanner.plan(content, tenant, TODAY);
	}

	private static List<String> kinds(Plan plan) {
		return plan.steps().stream().map(PlannedStep::kind).toList();
	}

}
