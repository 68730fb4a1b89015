package health.admit.portal.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.admit.portal.azure.AssignmentId;
import health.admit.portal.azure.Assignments;
import health.admit.portal.azure.Azure;
import health.admit.portal.azure.Azures;
import health.admit.portal.azure.NewAssignment;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.CallTrace;
import health.admit.portal.operation.MadeStep;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.operation.StepCall;
import health.admit.portal.operation.StepOutcome;
import health.admit.portal.operation.Undoing;
import health.admit.portal.signin.DelegatedScope;
import health.admit.support.Operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

class AccessHandlersTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final ResourceId SERVICE = new ResourceId("/subscriptions/11111111-1111-4111-8111-111111111111"
			+ "/resourceGroups/rg/providers/Microsoft.HealthcareApis/workspaces/contoso/fhirservices/patients");

	private static final UUID PRINCIPAL = UUID.fromString("33333333-3333-4333-8333-333333333333");

	private static final UUID READER = UUID.fromString("4c8d0bbc-75d3-4935-991f-5f3c56d81508");

	private static final CallTrace TRACE = new CallTrace(UUID.randomUUID(), "azure-1");

	private final Azure azure = mock(Azure.class);

	private final Azures azures = (delegation) -> this.azure;

	private final RoleAssigning assigning = new RoleAssigning(this.azures, Clock.fixed(NOW, ZoneOffset.UTC));

	private final RoleRemoving removing = new RoleRemoving(this.azures);

	private final PlannedStep required = AccessSteps.assign(SERVICE, "contoso/patients", READER, "FHIR Data Reader",
			new Grantee(PRINCIPAL, PrincipalType.USER, "Ada"), false);

	private final PlannedStep forNewClient = AccessSteps.assign(SERVICE, "contoso/patients", READER, "FHIR Data Reader",
			Grantee.newClient("Viewer"), true);

	@BeforeEach
	void assigns() {
		answer(new Answer.Success<>(assignment(), TRACE));
	}

	@Test
	void theNewClientsServicePrincipalGetsTheRole() {
		StepOutcome outcome = this.assigning.apply(call(this.forNewClient));
		verify(this.azure).assign(new NewAssignment(SERVICE, PRINCIPAL, PrincipalType.SERVICE_PRINCIPAL, READER),
				TRACE.clientRequestId());
		assertThat(AccessSteps.outcome(facts(outcome), SERVICE, PRINCIPAL, READER).assignedAt()).isEqualTo(NOW);
	}

	@ParameterizedTest
	@CsvSource({ "400, PrincipalNotFound, No such principal",
			"400, Other, Principal 3 does not exist in the directory 5." })
	void aPrincipalThatAzureDoesNotKnowYetIsWaitedFor(int status, String code, String words) {
		fail(status, code, words);
		assertThat(this.assigning.apply(call(this.required))).isInstanceOfSatisfying(StepOutcome.NotYet.class,
				(notYet) -> assertThat(notYet.waitingFor()).isEqualTo("operation.wait.replication"));
	}

	@Test
	void anAssignmentThatIsThereIsAdopted() {
		fail(409, "RoleAssignmentExists", "The role assignment already exists.");
		StepOutcome outcome = this.assigning.apply(call(this.required));
		assertThat(AccessSteps.outcome(facts(outcome), SERVICE, PRINCIPAL, READER).isAssigned()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "403, AuthorizationFailed", "400, RoleAssignmentUpdateNotPermitted",
			"400, RoleAssignmentLimitExceeded", "409, ScopeLocked" })
	void whatAzureRefusesKeepsItsCode(int status, String code) {
		fail(status, code, "no");
		assertThat(this.assigning.apply(call(this.required))).isInstanceOfSatisfying(StepOutcome.Refused.class,
				(refused) -> assertThat(refused.code()).isEqualTo(code));
	}

	@ParameterizedTest
	@CsvSource({ "403, AuthorizationFailed", "409, ScopeLocked", "400, RoleAssignmentLimitExceeded" })
	void aRegistrationGoesOnWithoutTheRole(int status, String code) {
		fail(status, code, "no");
		AssignmentOutcome outcome = AccessSteps.outcome(facts(this.assigning.apply(call(this.forNewClient))), SERVICE,
				PRINCIPAL, READER);
		assertThat(outcome.isAssigned()).isFalse();
		assertThat(outcome.refusal()).isEqualTo(code);
	}

	/** The answer of an earlier attempt may have been lost, and the right with it. */
	@ParameterizedTest
	@CsvSource({ "403, AuthorizationFailed, 2", "404, ResourceNotFound, 1" })
	void aRoleThatIsThereIsNotLeftToSomebodyElse(int status, String code, int attempt) {
		fail(status, code, "no");
		given(this.azure.assignments(SERVICE, PRINCIPAL))
			.willReturn(new Assignments(PRINCIPAL, List.of(assignment()), true));
		AssignmentOutcome outcome = AccessSteps.outcome(facts(this.assigning.apply(call(this.forNewClient, attempt))),
				SERVICE, PRINCIPAL, READER);
		assertThat(outcome.isAssigned()).isTrue();
	}

	@Test
	void aRegistrationWaitsForItsOwnServicePrincipalButNotForAGroupThatIsNone() {
		fail(400, "PrincipalNotFound", "no");
		assertThat(this.assigning.apply(call(this.forNewClient))).isInstanceOf(StepOutcome.NotYet.class);
		PlannedStep forGroup = AccessSteps.assign(SERVICE, "contoso/patients", READER, "FHIR Data Reader",
				new Grantee(PRINCIPAL, PrincipalType.GROUP, "Group"), true);
		assertThat(
				AccessSteps.outcome(facts(this.assigning.apply(call(forGroup))), SERVICE, PRINCIPAL, READER).refusal())
			.isEqualTo("PrincipalNotFound");
	}

	@Test
	void aRefusedTokenNeedsASignInForAzure() {
		fail(401, "ExpiredAuthenticationToken", "expired");
		assertThat(this.assigning.apply(call(this.required))).isInstanceOfSatisfying(StepOutcome.NeedsSignIn.class,
				(needed) -> assertThat(needed.scopes()).containsExactly(DelegatedScope.AZURE));
		assertThat(AccessSteps.scopesFor(this.required)).containsExactly(DelegatedScope.AZURE);
	}

	@Test
	void aLostAnswerIsReconciledByWhatIsAssigned() {
		answer(new Answer.Silence<>("reset", true, TRACE));
		assertThat(this.assigning.apply(call(this.required))).isInstanceOf(StepOutcome.Unknown.class);
		given(this.azure.assignments(SERVICE, PRINCIPAL))
			.willReturn(new Assignments(PRINCIPAL, List.of(assignment()), true));
		assertThat(this.assigning.reconcile(call(this.required))).isInstanceOf(StepOutcome.Applied.class);
	}

	@Test
	void removingWhatIsGoneIsDone() {
		AssignmentId id = new AssignmentId(SERVICE, UUID.randomUUID());
		PlannedStep step = AccessSteps.remove(id, "FHIR Data Reader");
		given(this.azure.remove(any(), any())).willReturn(new Answer.Success<>(false, TRACE));
		assertThat(this.removing.apply(call(step))).isInstanceOf(StepOutcome.Applied.class);
		given(this.azure.remove(any(), any()))
			.willReturn(new Answer.Failure<>(403, "AuthorizationFailed", "no", null, null, TRACE));
		assertThat(this.removing.apply(call(step))).isInstanceOf(StepOutcome.Refused.class);
		verify(this.azure, org.mockito.Mockito.times(2)).remove(id, TRACE.clientRequestId());
	}

	@Test
	void onlyTheRoleOfTheClientThatWasMadeIsTakenAway() {
		AssignmentUndo undo = new AssignmentUndo();
		Map<String, String> made = Map.of("servicePrincipalObjectId", PRINCIPAL.toString(), "applicationObjectId",
				"44444444-4444-4444-8444-444444444444");
		assertThat(undo.undo(new MadeStep(OperationId.random(), this.forNewClient, made)).flatMap(Undoing::removal))
			.hasValueSatisfying((step) -> {
				assertThat(step.kind()).isEqualTo("role.remove");
				assertThat(step.parameters())
					.containsEntry("assignment",
							new NewAssignment(SERVICE, PRINCIPAL, PrincipalType.SERVICE_PRINCIPAL, READER).id()
								.toString())
					.containsEntry("applicationObjectId", "44444444-4444-4444-8444-444444444444");
			});
		PlannedStep forPerson = AccessSteps.assign(SERVICE, "contoso/patients", READER, "FHIR Data Reader",
				new Grantee(UUID.randomUUID(), PrincipalType.USER, "Ada"), true);
		assertThat(undo.undo(new MadeStep(OperationId.random(), forPerson, made)))
			.contains(new Undoing.Untouched("access.undo.stays"));
		assertThat(undo.undo(new MadeStep(OperationId.random(), this.required, Map.of())))
			.contains(new Undoing.Untouched("access.undo.stays"));
	}

	@Test
	void aRoleThatAzureRefusedNeedsNoTakingAway() {
		fail(403, "AuthorizationFailed", "no");
		Map<String, String> made = new HashMap<>(facts(this.assigning.apply(call(this.forNewClient))));
		made.put("servicePrincipalObjectId", PRINCIPAL.toString());
		assertThat(new AssignmentUndo().undo(new MadeStep(OperationId.random(), this.forNewClient, made))).isEmpty();
	}

	private void fail(int status, String code, String words) {
		answer(new Answer.Failure<>(status, code, words, null, null, TRACE));
	}

	private void answer(Answer<RoleAssignment> answer) {
		given(this.azure.assign(any(), any())).willReturn(answer);
	}

	private static Map<String, String> facts(StepOutcome outcome) {
		assertThat(outcome).isInstanceOf(StepOutcome.Applied.class);
		return ((StepOutcome.Applied) outcome).facts();
	}

	private static RoleAssignment assignment() {
		return new RoleAssignment(new AssignmentId(SERVICE, UUID.randomUUID()).toString(), SERVICE.text(), PRINCIPAL,
				"ServicePrincipal", READER, null);
	}

	private static StepCall call(PlannedStep step) {
		return call(step, 1);
	}

	private static StepCall call(PlannedStep step, int attempt) {
		return new StepCall(OperationId.random(), step, attempt,
				Map.of("servicePrincipalObjectId", PRINCIPAL.toString()), Operators.DELEGATION, TRACE.clientRequestId(),
				() -> {
				});
	}

}
