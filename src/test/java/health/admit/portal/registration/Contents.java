package health.admit.portal.registration;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.access.ClientTask;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.PortalRole;
import health.admit.support.Operators;

/**
 * Drafts in several states for tests.
 */
final class Contents {

	static final Operator ADA = new Operator(Operators.TENANT, Operators.OBJECT_ID, "Ada Registrar",
			"ada.registrar@contoso.example", Set.of(PortalRole.REGISTRAR));

	static final UUID SCOPE = UUID.fromString("db75143a-8f20-4238-9450-8b73ef4992f4");

	static final UUID ROLE = UUID.fromString("bea2566c-7172-42d0-a06a-0e2e2b58f084");

	private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	private Contents() {
	}

	static Draft draft(DraftContent content) {
		return new Draft(UUID.randomUUID(), Operators.TENANT, Operators.OBJECT_ID, 3, content, null, NOW, NOW);
	}

	static Basics basics() {
		return basics("Imaging viewer", AccountTypes.THIS_DIRECTORY);
	}

	static Basics basics(String name, AccountTypes accounts) {
		return new Basics(name, Purpose.FHIR, accounts, null, null, null,
				List.of(new Basics.Owner(Operators.OBJECT_ID, "Ada Registrar")), false);
	}

	static Authentication server() {
		return new Authentication(ClientKind.SERVER, true,
				new RedirectUris(List.of("https://viewer.contoso.com/callback"), List.of(), List.of()), false);
	}

	static Authentication singlePage() {
		return new Authentication(ClientKind.SINGLE_PAGE, false,
				new RedirectUris(List.of(), List.of("https://viewer.contoso.com/callback"), List.of()), false);
	}

	static Authentication commandLine() {
		return new Authentication(ClientKind.COMMAND_LINE_OR_DEVICE, false,
				new RedirectUris(List.of(), List.of(), List.of()), true);
	}

	static CredentialChoice secret(int months) {
		return new CredentialChoice(CredentialChoice.Kind.SECRET,
				new CredentialChoice.Secret("Viewer in production", months, null, null), null, null);
	}

	static PermissionChoice fhir(boolean consentNow) {
		return new PermissionChoice(
				List.of(new PermissionChoice.Api(HealthApi.FHIR.appId(), "Azure Healthcare APIs", false,
						List.of(new PermissionChoice.Permission(SCOPE, "user_impersonation", false)), List.of())),
				consentNow);
	}

	/** The client reads from one FHIR service. */
	static AccessChoice reads(boolean assign) {
		return access(ClientTask.READ, "4c8d0bbc-75d3-4935-991f-5f3c56d81508", "FHIR Data Reader", assign);
	}

	static AccessChoice access(ClientTask task, String role, String roleName, boolean assign) {
		String id = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg"
				+ "/providers/Microsoft.HealthcareApis/workspaces/contoso/fhirservices/patients";
		return new AccessChoice(AccessChoice.Mode.AZURE, task,
				List.of(new AccessChoice.Service(HealthApi.FHIR, id, "contoso/patients", "Production",
						"https://patients.example", "https://audience.example/it's", UUID.fromString(role), roleName,
						assign)),
				true, List.of());
	}

	static DraftContent server(CredentialChoice credential) {
		return new DraftContent(basics(), server(), credential, fhir(true), AccessChoice.later());
	}

	static DraftContent complete() {
		return server(secret(6));
	}

}
