package health.admit.portal.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import health.admit.portal.azure.AllAssignments;
import health.admit.portal.azure.Assignments;
import health.admit.portal.azure.Azure;
import health.admit.portal.azure.AzureRefused;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.Permission;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.Rights;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.azure.RoleDefinition;
import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.operation.Operations;
import health.admit.support.Operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.mock;

class PrincipalRolesTests {

	private static final UUID PRINCIPAL = UUID.randomUUID();

	private static final UUID READER = UUID.fromString("4c8d0bbc-75d3-4935-991f-5f3c56d81508");

	private static final String MANAGEMENT_GROUP = "/providers/Microsoft.Management/managementGroups/contoso";

	private static final ResourceId SERVICE = new ResourceId("/subscriptions/11111111-1111-4111-8111-111111111111"
			+ "/resourceGroups/rg/providers/Microsoft.HealthcareApis/workspaces/contoso/fhirservices/patients");

	private final Azure azure = mock(Azure.class);

	private final PrincipalRoles roles = new PrincipalRoles((delegation) -> this.azure, mock(Operations.class));

	@Test
	void aRoleFromAManagementGroupOpensWhatLiesBelow() {
		ResourceId subscription = new ResourceId("/subscriptions/" + SERVICE.subscription());
		listed(MANAGEMENT_GROUP, subscription);
		given(this.azure.roles(subscription)).willReturn(List.of(reader()));
		HeldRole held = held();
		assertThat(held.roleName()).isEqualTo("FHIR Data Reader");
		assertThat(held.opens(service())).isTrue();
		assertThat(held.removable()).isEmpty();
	}

	@Test
	void aRoleThatAServiceAloneTellsOfIsDefinedThere() {
		listed(SERVICE.text(), SERVICE);
		given(this.azure.roles(any())).willThrow(new AzureRefused(403, "AuthorizationFailed", "no", trace()));
		assertThat(held().roleName()).as("the id stands in").isEqualTo(READER.toString());
		willReturn(List.of(reader())).given(this.azure).roles(SERVICE);
		assertThat(held().opens(service())).isTrue();
	}

	@Test
	void onlyWhatAzureAllowsTheOperatorIsRemovable() {
		listed(SERVICE.text(), SERVICE);
		given(this.azure.roles(SERVICE)).willReturn(List.of(reader()));
		HeldRoles held = this.roles.of(PRINCIPAL, Operators.DELEGATION);
		given(this.azure.rights(SERVICE)).willReturn(new Rights(true, false));
		assertThat(this.roles.removable(held, Operators.DELEGATION)).isEmpty();
		given(this.azure.rights(SERVICE)).willReturn(new Rights(true, true));
		assertThat(this.roles.removable(held, Operators.DELEGATION))
			.containsExactly(held.roles().get(0).removable().orElseThrow());
		given(this.azure.rights(SERVICE)).willThrow(new AzureRefused(403, "AuthorizationFailed", "no", trace()));
		assertThat(this.roles.removable(held, Operators.DELEGATION)).isEmpty();
	}

	private void listed(String scope, ResourceId at) {
		RoleAssignment assignment = new RoleAssignment(
				scope + "/providers/Microsoft.Authorization/roleAssignments/" + UUID.randomUUID(), scope, PRINCIPAL,
				"ServicePrincipal", READER, null, Set.of(at));
		given(this.azure.assignmentsOf(PRINCIPAL))
			.willReturn(new AllAssignments(new Assignments(PRINCIPAL, List.of(assignment), true), List.of()));
	}

	private HeldRole held() {
		List<HeldRole> held = this.roles.of(PRINCIPAL, Operators.DELEGATION).roles();
		assertThat(held).hasSize(1);
		return held.get(0);
	}

	private static RoleDefinition reader() {
		return new RoleDefinition(READER, "FHIR Data Reader", "", true, List.of(new Permission(List.of(), List.of(),
				List.of("Microsoft.HealthcareApis/workspaces/fhirservices/resources/read"), List.of())));
	}

	private static HealthService service() {
		return new HealthService(SERVICE, HealthApi.FHIR, "patients", "contoso", SERVICE.subscription(), "Production",
				"rg", "westeurope", null, List.of(), null);
	}

	private static CallTrace trace() {
		return new CallTrace(UUID.randomUUID(), null);
	}

}
