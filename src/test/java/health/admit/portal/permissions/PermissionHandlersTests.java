package health.admit.portal.permissions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.ReadRefused;
import health.admit.portal.directory.AppRoleGrant;
import health.admit.portal.directory.ConsentGrant;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.Done;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.operation.StepUndo;
import health.admit.portal.operation.Undoing;
import health.admit.portal.signin.DelegatedScope;
import health.admit.support.StepCalls;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

class PermissionHandlersTests {

	private static final UUID API = UUID.randomUUID();

	private static final UUID RESOURCE = UUID.randomUUID();

	private static final UUID CLIENT = UUID.randomUUID();

	private static final UUID ROLE = UUID.randomUUID();

	private static final String UNREPLICATED = "Resource 'x' does not exist or one of its queried reference-property"
			+ " objects are not present.";

	private final Directory directory = mock(Directory.class);

	private final ResourceAddition additions = new ResourceAddition((delegation) -> this.directory);

	private final ConsentGranting consents = new ConsentGranting((delegation) -> this.directory);

	private final RoleGranting roles = new RoleGranting((delegation) -> this.directory);

	private final PlannedStep consent = PermissionSteps.consent(API, RESOURCE, "API", List.of("b", "a"));

	private final PlannedStep role = PermissionSteps.role(API, RESOURCE, "API", ROLE, "All");

	@Test
	void aMissingApiIsMade() {
		given(this.directory.createServicePrincipal(eq(API), any())).willReturn(StepCalls.success(principal()),
				StepCalls.failure(403, "Authorization_RequestDenied", "no"));
		assertThat(applied(this.additions.apply(call(PermissionSteps.resource(API, "API")))).facts())
			.containsEntry("resource." + API, RESOURCE.toString());
		assertThat(this.additions.apply(call(PermissionSteps.resource(API, "API"))))
			.isInstanceOf(StepOutcome.Refused.class);
	}

	@Test
	void anApiThatIsThereIsAdopted() {
		given(this.directory.createServicePrincipal(eq(API), any()))
			.willReturn(StepCalls.failure(409, "Request_MultipleObjectsWithSameKeyValue", "already in use"));
		given(this.directory.servicePrincipal(API)).willReturn(Optional.empty(), Optional.of(principal()));
		StepCall call = call(PermissionSteps.resource(API, "API"));
		assertThat(this.additions.apply(call)).isInstanceOf(StepOutcome.NotYet.class);
		assertThat(applied(this.additions.apply(call)).facts()).containsValue(RESOURCE.toString());
	}

	@Test
	void aFirstConsentMakesTheGrant() {
		nothingGranted();
		given(this.directory.createTenantWideGrant(eq(CLIENT), eq(RESOURCE), eq(List.of("a", "b")), any()))
			.willReturn(StepCalls.success(grant("a", "b")));
		assertThat(applied(this.consents.apply(call(this.consent))).facts()).containsEntry("consent." + API, "grant");
	}

	@Test
	void aWiderGrantIsAdoptedWithoutAWrite() {
		granted("c", "b", "a");
		assertThat(this.consents.apply(call(this.consent))).isInstanceOf(StepOutcome.Applied.class);
		then(this.directory).should(never()).changeGrant(any(), any(), any());
	}

	@Test
	void anExistingGrantIsWidenedAndKeepsWhatItHad() {
		granted("b", "c");
		given(this.directory.changeGrant(eq(grant("b", "c")), eq(List.of("b", "c", "a")), any()))
			.willReturn(StepCalls.success(new Done()));
		assertThat(this.consents.apply(call(this.consent))).isInstanceOf(StepOutcome.Applied.class);
	}

	@Test
	void whatIsNotReplicatedIsWaitedFor() {
		nothingGranted();
		createAnswers(404, "Directory_ObjectNotFound", "Unable to read the company information from the directory.");
		assertThat(this.consents.apply(call(this.consent))).isInstanceOf(StepOutcome.NotYet.class);
		createAnswers(400, "Request_BadRequest", UNREPLICATED);
		assertThat(this.consents.apply(call(this.consent))).isInstanceOf(StepOutcome.NotYet.class);
		createAnswers(400, "Request_BadRequest", "Invalid scope");
		assertThat(this.consents.apply(call(this.consent))).isInstanceOf(StepOutcome.Refused.class);
	}

	@Test
	void aGrantThatWasWrittenInSpiteOfThe404IsFound() {
		nothingGranted();
		createAnswers(404, "Directory_ObjectNotFound", "");
		this.consents.apply(call(this.consent));
		granted("a", "b");
		assertThat(this.consents.apply(call(this.consent))).isInstanceOf(StepOutcome.Applied.class);
		assertThat(this.consents.reconcile(call(this.consent))).isInstanceOf(StepOutcome.Applied.class);
		granted("a");
		assertThat(this.consents.reconcile(call(this.consent))).isInstanceOf(StepOutcome.NotYet.class);
	}

	@Test
	void anExistingGrantNotSeenBeforeIsReadAgain() {
		nothingGranted();
		createAnswers(409, "Request_MultipleObjectsWithSameKeyValue", "Permission entry already exists.");
		assertThat(this.consents.apply(call(this.consent))).isInstanceOf(StepOutcome.NotYet.class);
		createAnswers(400, "Request_BadRequest", "Permission entry already exists.");
		assertThat(this.consents.apply(call(this.consent))).isInstanceOf(StepOutcome.NotYet.class);
	}

	@Test
	void appRolesAreGrantedAdoptedOrWaitedFor() {
		given(this.directory.grantAppRole(eq(CLIENT), eq(RESOURCE), eq(ROLE), any())).willReturn(
				StepCalls.success(new AppRoleGrant("1", CLIENT, RESOURCE, ROLE)),
				StepCalls.failure(400, "Request_BadRequest", "Permission being assigned already exists on the object"),
				StepCalls.failure(404, "Request_ResourceNotFound", ""),
				StepCalls.failure(400, "Request_BadRequest", "Not a valid reference update."),
				StepCalls.failure(403, "Authorization_RequestDenied", ""), StepCalls.silence(true));
		assertThat(this.roles.apply(call(this.role))).isInstanceOf(StepOutcome.Applied.class);
		assertThat(this.roles.apply(call(this.role))).isInstanceOf(StepOutcome.Applied.class);
		assertThat(this.roles.apply(call(this.role))).isInstanceOf(StepOutcome.NotYet.class);
		assertThat(this.roles.apply(call(this.role))).isInstanceOf(StepOutcome.NotYet.class);
		assertThat(this.roles.apply(call(this.role))).isInstanceOf(StepOutcome.Refused.class);
		assertThat(this.roles.apply(call(this.role))).isInstanceOf(StepOutcome.Unknown.class);
		given(this.directory.appRoleGrants(CLIENT)).willReturn(List.of(new AppRoleGrant("1", CLIENT, RESOURCE, ROLE)),
				List.of());
		assertThat(this.roles.reconcile(call(this.role))).isInstanceOf(StepOutcome.Applied.class);
		assertThat(this.roles.reconcile(call(this.role))).isInstanceOf(StepOutcome.NotYet.class);
	}

	@Test
	void consentIsTakenBackAndGoneCountsAsDone() {
		StepCall call = call(takenBack(new ConsentUndo(), this.consent, Map.of()));
		ConsentRemoval removal = new ConsentRemoval((delegation) -> this.directory);
		nothingGranted();
		assertThat(removal.apply(call)).isInstanceOf(StepOutcome.Applied.class);
		then(this.directory).should(never()).removeGrant(any(), any());
		granted("a", "b", "c");
		given(this.directory.removeGrant(eq(grant("a", "b", "c")), any())).willReturn(StepCalls.success(new Done()),
				StepCalls.failure(404, "Request_ResourceNotFound", ""),
				StepCalls.failure(403, "Authorization_RequestDenied", ""), StepCalls.silence(true));
		assertThat(removal.apply(call)).isInstanceOf(StepOutcome.Applied.class);
		assertThat(removal.apply(call)).isInstanceOf(StepOutcome.Applied.class);
		assertThat(removal.apply(call)).isInstanceOf(StepOutcome.Refused.class);
		assertThat(removal.apply(call)).isInstanceOf(StepOutcome.Unknown.class);
	}

	@Test
	void anAppRoleIsTakenBackAndGoneCountsAsDone() {
		StepCall call = call(takenBack(new RoleUndo(), PermissionSteps.role(API, null, "API", ROLE, "All"),
				Map.of("resource." + API, RESOURCE.toString())));
		RoleRevoking removal = new RoleRevoking((delegation) -> this.directory);
		AppRoleGrant other = new AppRoleGrant("2", CLIENT, RESOURCE, UUID.randomUUID());
		AppRoleGrant ours = new AppRoleGrant("1", CLIENT, RESOURCE, ROLE);
		given(this.directory.appRoleGrants(CLIENT)).willReturn(List.of(other))
			.willReturn(List.of(other, ours))
			.willThrow(
					new ReadRefused(404, "Request_ResourceNotFound", "gone", new CallTrace(UUID.randomUUID(), null)) {
					});
		given(this.directory.removeAppRole(eq(ours), any())).willReturn(StepCalls.success(new Done()));
		assertThat(removal.apply(call)).isInstanceOf(StepOutcome.Applied.class);
		then(this.directory).should(never()).removeAppRole(any(), any());
		assertThat(removal.apply(call)).isInstanceOf(StepOutcome.Applied.class);
		then(this.directory).should().removeAppRole(eq(ours), any());
		assertThat(removal.apply(call)).as("the client is gone").isInstanceOf(StepOutcome.Applied.class);
	}

	@Test
	void whatMayHaveBeenThereBeforeStays() {
		assertThat(new ConsentUndo().undo(new MadeStep(StepCalls.OPERATION, this.consent, Map.of())))
			.contains(new Undoing.Untouched("permissions.undo.before"));
		assertThat(new ResourceUndo()
			.undo(new MadeStep(StepCalls.OPERATION, PermissionSteps.resource(API, "API"), Map.of())))
			.contains(new Undoing.Untouched("permissions.undo.resource"));
	}

	private static PlannedStep takenBack(StepUndo undo, PlannedStep step, Map<String, String> more) {
		Map<String, String> facts = new HashMap<>(more);
		facts.put("applicationObjectId", UUID.randomUUID().toString());
		facts.put("servicePrincipalObjectId", CLIENT.toString());
		return undo.undo(new MadeStep(StepCalls.OPERATION, step, facts)).flatMap(Undoing::removal).orElseThrow();
	}

	@Test
	void anApiAddedByTheSamePlanIsFoundInItsFacts() {
		PlannedStep later = PermissionSteps.role(API, null, "API", ROLE, "All");
		given(this.directory.grantAppRole(eq(CLIENT), eq(RESOURCE), eq(ROLE), any()))
			.willReturn(StepCalls.success(new AppRoleGrant("1", CLIENT, RESOURCE, ROLE)));
		assertThat(this.roles.apply(StepCalls.call(later, 1,
				Map.of("servicePrincipalObjectId", CLIENT.toString(), "resource." + API, RESOURCE.toString()))))
			.isInstanceOf(StepOutcome.Applied.class);
	}

	@Test
	void stepsNameTheScopesTheyNeed() {
		assertThat(PermissionSteps.scopesFor(this.consent)).containsExactlyInAnyOrder(DelegatedScope.GRANT_WRITE,
				DelegatedScope.DIRECTORY_READ);
		assertThat(PermissionSteps.scopesFor(this.role)).containsExactly(DelegatedScope.APP_ROLE_WRITE);
	}

	@Test
	void smartScopesAreRecognised() {
		assertThat(List.of("patient.all.read", "user.Patient.rs", "patient/Observation.rs", "launch", "fhirUser",
				"patient.Observation.rs?category=laboratory"))
			.allMatch(SmartScopes::isSmart);
		assertThat(List.of("user_impersonation", "Dicom.ReadWrite", "openid", "User.Read"))
			.noneMatch(SmartScopes::isSmart);
		assertThat(SmartScopes.mixesVersions(List.of("patient.all.read", "user.all.rs"))).isTrue();
		assertThat(SmartScopes.mixesVersions(List.of("patient.all.read", "user.all.read", "launch"))).isFalse();
	}

	private void nothingGranted() {
		given(this.directory.tenantWideGrant(CLIENT, RESOURCE)).willReturn(Optional.empty());
	}

	private void granted(String... scopes) {
		given(this.directory.tenantWideGrant(CLIENT, RESOURCE)).willReturn(Optional.of(grant(scopes)));
	}

	private void createAnswers(int status, String code, String message) {
		given(this.directory.createTenantWideGrant(any(), any(), any(), any()))
			.willReturn(StepCalls.failure(status, code, message));
	}

	private static ConsentGrant grant(String... scopes) {
		return new ConsentGrant("grant", CLIENT, RESOURCE, List.of(scopes));
	}

	private static ServicePrincipalRecord principal() {
		return new ServicePrincipalRecord(RESOURCE, API, "API", List.of());
	}

	private static StepCall call(PlannedStep step) {
		return StepCalls.call(step, 1, Map.of("servicePrincipalObjectId", CLIENT.toString()));
	}

	private static StepOutcome.Applied applied(StepOutcome outcome) {
		assertThat(outcome).isInstanceOf(StepOutcome.Applied.class);
		return (StepOutcome.Applied) outcome;
	}

}
