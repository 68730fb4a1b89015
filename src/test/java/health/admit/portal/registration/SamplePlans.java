package health.admit.portal.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.access.ClientTask;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.operation.Plan;

/**
 * Plans as the wizard makes them, for tests of what carries them out.
 */
public final class SamplePlans {

	private static final UUID GRAPH = UUID.fromString("00000003-0000-0000-c000-000000000000");

	private static final UUID FHIR_DATA_READER = UUID.fromString("4c8d0bbc-75d3-4935-991f-5f3c56d81508");

	private SamplePlans() {
	}

	/**
	 * A server that reads FHIR: application, service principal, owner, consent, app role,
	 * Azure role and secret.
	 */
	public static Plan server(Given given, String name, LocalDate today) {
		Authentication authentication = new Authentication(ClientKind.SERVER, true,
				new RedirectUris(List.of("https://ward.contoso.example/callback"), List.of(), List.of()), false);
		PermissionChoice.Api fhir = new PermissionChoice.Api(HealthApi.FHIR.appId(), "Azure Healthcare APIs", false,
				List.of(new PermissionChoice.Permission(Contents.SCOPE, "user_impersonation", false)), List.of());
		PermissionChoice.Api graph = new PermissionChoice.Api(GRAPH, "Microsoft Graph", false, List.of(),
				List.of(new PermissionChoice.Permission(given.graphRole(), given.graphRoleName(), true)));
		AccessChoice access = new AccessChoice(AccessChoice.Mode.AZURE, ClientTask.READ,
				List.of(new AccessChoice.Service(HealthApi.FHIR, given.service(), "contosohealth/clinical",
						"Production", "https://patients.example", "https://patients.example", FHIR_DATA_READER,
						"FHIR Data Reader", true)),
				true, List.of());
		Basics basics = new Basics(name, Purpose.FHIR, AccountTypes.THIS_DIRECTORY, null, null, null,
				List.of(new Basics.Owner(given.owner(), "Owner")), false);
		return RegistrationPlanner.plan(
				new DraftContent(basics, authentication, Contents.secret(6),
						new PermissionChoice(List.of(fhir, graph), true), access),
				new TenantSnapshot(
						Map.of(HealthApi.FHIR.appId(), given.fhirPrincipal(), GRAPH, given.graphPrincipal())),
				today);
	}

	/**
	 * What the tenant holds already.
	 *
	 * @param service resource id of a FHIR service
	 * @param graphRole id of an app role of Microsoft Graph
	 */
	public record Given(UUID owner, UUID fhirPrincipal, UUID graphPrincipal, UUID graphRole, String graphRoleName,
			String service) {
	}

}
