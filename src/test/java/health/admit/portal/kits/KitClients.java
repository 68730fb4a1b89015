package health.admit.portal.kits;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.cloud.HealthApi;
import org.jspecify.annotations.Nullable;

/**
 * Clients to make kits of.
 */
final class KitClients {

	static final UUID TENANT = UUID.fromString("72f988bf-86f1-41af-91ab-2d7cd011db47");

	static final UUID APP = UUID.fromString("11111111-2222-4333-8444-555555555555");

	static final UUID APPLICATION = UUID.fromString("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");

	static final UUID PRINCIPAL = UUID.fromString("99999999-8888-4777-8666-555555555555");

	static final UUID PERSON = UUID.fromString("12121212-3434-4565-8787-909090909090");

	static final String SUBSCRIPTION = "0b1f6471-1bf0-4dda-aec3-cb9272f09590";

	static final String DICOM_AUDIENCE = "https://dicom.healthcareapis.azure.com";

	static final String ASSIGNMENT = "3c3c3c3c-1111-4222-8333-444444444444";

	private static final UUID READER = UUID.fromString("4c8d0bbc-75d3-4935-991f-5f3c56d81508");

	private static final UUID DICOM_READER = UUID.fromString("e89c7a3c-2f64-4fa1-a847-3e4c9ba4283a");

	private KitClients() {
	}

	/** A client of the global cloud with a FHIR and a DICOM service. */
	static KitClient of(SignInKind signIn) {
		return of(signIn, global(), services(signIn, "https://contoso-records.fhir.azurehealthcareapis.com",
				"https://contoso-images.dicom.azurehealthcareapis.com"));
	}

	/** A client whose cloud and services are at one address. */
	static KitClient at(URI origin, SignInKind signIn) {
		return of(signIn, new Cloud(CloudName.SANDBOX, TENANT, origin, origin, origin, origin),
				services(signIn, origin + "/fhir", origin + "/dicom"));
	}

	/** The same client with other texts wherever people type some. */
	static KitClient called(KitClient client, String text) {
		return new KitClient(client.cloud(), text, new KitRemarks(text, text, text), client.appId(),
				client.applicationObjectId(), client.servicePrincipalObjectId(), client.uniqueName(),
				client.signInAudience(), client.signIn(), client.deviceCode(), client.redirectUris(),
				new KitSecret(text, Instant.parse("2027-05-22T10:00:00Z")), client.certificate(),
				client.federations().stream().map((trust) -> trusting(text)).toList(), client.services(),
				client.permissions());
	}

	/** The same client with another certificate. */
	static KitClient with(KitClient client, KitCertificate certificate) {
		return new KitClient(client.cloud(), client.displayName(), client.remarks(), client.appId(),
				client.applicationObjectId(), client.servicePrincipalObjectId(), client.uniqueName(),
				client.signInAudience(), client.signIn(), client.deviceCode(), client.redirectUris(), client.secret(),
				certificate, client.federations(), client.services(), client.permissions());
	}

	/** The same client, trusting another provider. */
	static KitClient trusting(KitClient client, KitFederation federation) {
		return new KitClient(client.cloud(), client.displayName(), client.remarks(), client.appId(),
				client.applicationObjectId(), client.servicePrincipalObjectId(), client.uniqueName(),
				client.signInAudience(), client.signIn(), client.deviceCode(), client.redirectUris(), client.secret(),
				client.certificate(), List.of(federation), client.services(), client.permissions());
	}

	/** The same client for other services. */
	static KitClient with(KitClient client, List<KitService> services) {
		return of(client.signIn(), client.cloud(), services);
	}

	/** The same client, of whose services only the kind is known. */
	static KitClient unnamed(KitClient client) {
		return with(client, List.of(KitService.unnamed(HealthApi.FHIR), KitService.unnamed(HealthApi.DICOM)));
	}

	/** The same client without a key that Bicep could find it by. */
	static KitClient withoutUniqueName(KitClient client) {
		return new KitClient(client.cloud(), client.displayName(), client.remarks(), client.appId(),
				client.applicationObjectId(), client.servicePrincipalObjectId(), null, client.signInAudience(),
				client.signIn(), client.deviceCode(), client.redirectUris(), client.secret(), client.certificate(),
				client.federations(), client.services(), client.permissions());
	}

	private static KitClient of(SignInKind signIn, Cloud cloud, List<KitService> services) {
		boolean consented = !signIn.unattended();
		return new KitClient(cloud, "Image viewer", new KitRemarks(null, "Owned by radiology", "SVC-4711"), APP,
				APPLICATION, PRINCIPAL, "admit-6f0c2b1e", "AzureADMyOrg", signIn,
				signIn == SignInKind.DESKTOP || signIn == SignInKind.DEVICE_CODE, redirectUris(signIn),
				signIn.withSecret() ? new KitSecret("Rotation May", Instant.parse("2027-05-22T10:00:00Z")) : null,
				signIn.withCertificate() ? new KitCertificate("ab".repeat(32), Instant.parse("2027-11-22T10:00:00Z"))
						: null,
				(signIn == SignInKind.APP_WITH_FEDERATION) ? List.of(trusting("system:serviceaccount:imaging:reader"))
						: List.of(),
				services,
				List.of(new KitPermission(HealthApi.FHIR.appId(),
						UUID.fromString("db75143a-8f20-4238-9450-8b73ef4992f4"), "user_impersonation",
						KitPermission.Type.SCOPE, consented),
						new KitPermission(HealthApi.DICOM.appId(),
								UUID.fromString("e69ab058-b8ae-4c0f-b687-5d97888ddccb"), "Dicom.ReadWrite",
								KitPermission.Type.SCOPE, consented)));
	}

	private static KitFederation trusting(String subject) {
		return new KitFederation("cluster", "https://cluster.contoso.example", subject, "api://AzureADTokenExchange",
				subject);
	}

	private static List<String> redirectUris(SignInKind signIn) {
		return switch (signIn) {
			case WEB_WITH_SECRET, WEB_WITH_CERTIFICATE ->
				List.of("https://viewer.contoso.com/signin?a=b&c=d", "https://oauth.pstmn.io/v1/callback");
			case SINGLE_PAGE -> List.of("https://viewer.contoso.com/app");
			case DESKTOP -> List.of("https://oauth.pstmn.io/v1/callback", "http://localhost");
			default -> List.of();
		};
	}

	static List<KitService> services(SignInKind signIn, String fhir, String dicom) {
		return List.of(
				new KitService(HealthApi.FHIR, "records", URI.create(fhir), fhir, "user_impersonation",
						resource("fhirservices", "records"), role(signIn, "FHIR Data Reader", READER, ASSIGNMENT)),
				new KitService(HealthApi.DICOM, "images", URI.create(dicom + "/"), DICOM_AUDIENCE, "Dicom.ReadWrite",
						resource("dicomservices", "images"), role(signIn, "DICOM Data Reader", DICOM_READER, null)));
	}

	private static String resource(String kind, String name) {
		return "/subscriptions/" + SUBSCRIPTION
				+ "/resourceGroups/health-rg/providers/Microsoft.HealthcareApis/workspaces/contoso/" + kind + "/"
				+ name;
	}

	private static KitRole role(SignInKind signIn, String name, UUID definition, @Nullable String assignment) {
		boolean client = signIn.unattended();
		return new KitRole(name, definition, client ? RoleHolder.CLIENT : RoleHolder.GROUP, client ? PRINCIPAL : PERSON,
				(assignment != null) ? resource("fhirservices", "records")
						+ "/providers/Microsoft.Authorization/roleAssignments/" + assignment : null);
	}

	private static Cloud global() {
		return new Cloud(CloudName.GLOBAL, TENANT, URI.create("https://login.microsoftonline.com"),
				URI.create("https://graph.microsoft.com"), URI.create("https://management.azure.com"),
				URI.create("https://portal.azure.com"));
	}

}
