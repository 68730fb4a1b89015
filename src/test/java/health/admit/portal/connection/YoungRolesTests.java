package health.admit.portal.connection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.azure.AllAssignments;
import health.admit.portal.azure.Assignments;
import health.admit.portal.azure.Azure;
import health.admit.portal.azure.AzureRefused;
import health.admit.portal.azure.Azures;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.HealthAddress;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;
import health.admit.support.Operators;
import health.admit.support.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

class YoungRolesTests {

	private static final UUID PRINCIPAL = UUID.fromString(Scene.PRINCIPAL);

	private static final String FHIR_READER = "4c8d0bbc-75d3-4935-991f-5f3c56d81508";

	private static final String DICOM_READER = "e89c7a3c-2f64-4fa1-a847-3e4c9ba4283a";

	private static final String WORKSPACE = "/subscriptions/5b1c9a60-2f0e-4a53-8d7c-3e6b9f1a2c4d/resourceGroups/health"
			+ "/providers/Microsoft.HealthcareApis/workspaces/contoso";

	private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T08:00:00Z"));

	private final Azure azure = mock();

	private final Azures azures = mock();

	private final YoungRoles roles = new YoungRoles(this.azures, this.clock);

	@BeforeEach
	void open() {
		given(this.azures.actingFor(Operators.DELEGATION)).willReturn(this.azure);
		assigned(FHIR_READER, WORKSPACE + "/fhirservices/fhir", this.clock.instant());
	}

	@Test
	void aRoleIsYoungForTenMinutes() {
		assertThat(isArriving(null)).isTrue();
		this.clock.pass(RoleAssignment.SPREADING.minusSeconds(1));
		assertThat(isArriving(null)).isTrue();
		this.clock.pass(RoleAssignment.SPREADING);
		assertThat(isArriving(null)).isFalse();
	}

	@Test
	void onlyARoleThatOpensTheServiceCounts() {
		assigned(DICOM_READER, WORKSPACE, this.clock.instant());
		assertThat(isArriving(null)).isFalse();
		assigned(FHIR_READER, WORKSPACE + "/fhirservices/other", this.clock.instant());
		assertThat(isArriving(null)).isFalse();
		assigned(FHIR_READER, WORKSPACE + "/fhirservices/fhir", null);
		assertThat(isArriving(null)).isFalse();
	}

	@Test
	void whereAzureDoesNotTellThePageDoes() {
		willThrow(new StepUpRequired(Set.of(DelegatedScope.AZURE), null)).given(this.azure).assignmentsOf(PRINCIPAL);
		assertThat(isArriving(null)).isFalse();
		assertThat(isArriving(this.clock.instant().minusSeconds(30))).isTrue();
		assertThat(isArriving(this.clock.instant().minus(RoleAssignment.SPREADING))).isFalse();
		willThrow(new AzureRefused(403, "AuthorizationFailed", "no", new CallTrace(UUID.randomUUID(), null)))
			.given(this.azure)
			.assignmentsOf(PRINCIPAL);
		assertThat(isArriving(null)).isFalse();
	}

	private boolean isArriving(@Nullable Instant roleGiven) {
		TestPlan plan = new TestPlan((HealthAddress.Accepted) HealthAddress.of(Scene.CLOUD, Scene.FHIR), Scene.CLIENT,
				Need.READ, null, null, roleGiven);
		return this.roles.of(plan, Operators.DELEGATION).has(PRINCIPAL);
	}

	private void assigned(String role, String scope, @Nullable Instant created) {
		given(this.azure.assignmentsOf(PRINCIPAL)).willReturn(new AllAssignments(new Assignments(PRINCIPAL,
				List.of(new RoleAssignment("/a", scope, PRINCIPAL, "ServicePrincipal", UUID.fromString(role), created)),
				true), List.of()));
	}

}
