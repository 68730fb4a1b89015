package health.admit.portal.kits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.portal.cloud.HealthApi;
import org.jspecify.annotations.Nullable;

/**
 * The registration as Bicep code, with the Microsoft Graph extension. Applications are
 * found by their unique name; role assignments by the name they have.
 */
final class Bicep implements KitFormat {

	@Override
	public List<KitFile> files(Kit kit) {
		List<KitFile> files = new ArrayList<>();
		files.add(new KitFile("bicep/bicepconfig.json", Sheet.plain("bicep/bicepconfig.json")));
		files.add(new KitFile("bicep/main.bicep", main(kit.client())));
		for (HealthApi kind : HealthApi.values()) {
			if (kit.client().services().stream().anyMatch((service) -> service.kind() == kind && hasRole(service))) {
				files.add(new KitFile("bicep/" + module(kind), Sheet.filled("bicep/access.bicep",
						Map.of("kind", (kind == HealthApi.FHIR) ? "fhirservices" : "dicomservices"))));
			}
		}
		return files;
	}

	private static String main(KitClient client) {
		List<String> parts = new ArrayList<>();
		parts.add(Sheet.filled("bicep/head.bicep",
				Map.of("unique-name",
						BicepText.literal((client.uniqueName() != null) ? client.uniqueName()
								: "admit-" + client.applicationObjectId()),
						"adopts",
						Sheet.plain((client.uniqueName() != null) ? "bicep/adopts.bicep" : "bicep/does-not-adopt.bicep")
							.strip())));
		parts.add(application(client));
		parts.add("resource servicePrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {\n  appId: client.appId\n}\n");
		for (int i = 0; i < client.federations().size(); i++) {
			parts.add(federation(client.federations().get(i), i + 1));
		}
		Permissions.of(client).forEach((permissions) -> consent(permissions, parts));
		for (int i = 0; i < client.services().size(); i++) {
			String access = access(client.services().get(i), i + 1);
			if (access != null) {
				parts.add(access);
			}
		}
		parts.add("output appId string = client.appId\n");
		return String.join("\n", parts);
	}

	private static String application(KitClient client) {
		StringBuilder body = new StringBuilder("resource client 'Microsoft.Graph/applications@v1.0' = {\n");
		body.append("  uniqueName: uniqueName\n");
		body.append("  displayName: ").append(BicepText.literal(client.displayName())).append('\n');
		client.remarks()
			.byName()
			.forEach((name,
					text) -> body.append("  ").append(name).append(": ").append(BicepText.literal(text)).append('\n'));
		body.append("  signInAudience: ").append(BicepText.literal(client.signInAudience())).append('\n');
		body.append("  isFallbackPublicClient: ").append(client.deviceCode()).append('\n');
		if (!client.redirectUris().isEmpty()) {
			body.append("  ").append(client.signIn().graphPlatform()).append(": {\n    redirectUris: [\n");
			client.redirectUris().forEach((uri) -> body.append("      ").append(BicepText.literal(uri)).append('\n'));
			body.append("    ]\n  }\n");
		}
		body.append("  requiredResourceAccess: [\n");
		Permissions.of(client).forEach((permissions) -> body.append(required(permissions)));
		return body.append("  ]\n}\n").toString();
	}

	/**
	 * Found by its name within the application, so that one that exists is not made
	 * again.
	 */
	private static String federation(KitFederation federation, int number) {
		String description = (federation.description() != null)
				? "  description: " + BicepText.literal(federation.description()) + "\n" : "";
		return "resource trust" + number
				+ " 'Microsoft.Graph/applications/federatedIdentityCredentials@v1.0' = {\n  name: '${client.uniqueName}/"
				+ BicepText.literal(federation.name()).substring(1) + "\n  issuer: "
				+ BicepText.literal(federation.issuer()) + "\n  subject: " + BicepText.literal(federation.subject())
				+ "\n  audiences: [\n    " + BicepText.literal(federation.audience()) + "\n  ]\n" + description + "}\n";
	}

	private static String required(Permissions permissions) {
		return permissions.all()
			.stream()
			.map((permission) -> "        {\n          id: '" + permission.id() + "'\n          type: '"
					+ permission.type().graphName() + "'\n        }\n")
			.collect(Collectors.joining("",
					"    {\n      resourceAppId: '" + permissions.api() + "'\n      resourceAccess: [\n",
					"      ]\n    }\n"));
	}

	private static void consent(Permissions permissions, List<String> parts) {
		List<KitPermission> agreed = permissions.consented(KitPermission.Type.SCOPE);
		List<KitPermission> given = permissions.consented(KitPermission.Type.ROLE);
		if (agreed.isEmpty() && given.isEmpty()) {
			return;
		}
		String label = permissions.label();
		parts.add("resource " + label + " 'Microsoft.Graph/servicePrincipals@v1.0' existing = {\n  appId: '"
				+ permissions.api() + "'\n}\n");
		if (!agreed.isEmpty()) {
			String scopes = agreed.stream().map(KitPermission::value).collect(Collectors.joining(" "));
			parts.add(
					"resource " + label + "_grant 'Microsoft.Graph/oauth2PermissionGrants@v1.0' = if (grantConsent) {\n"
							+ "  clientId: servicePrincipal.id\n  resourceId: " + label
							+ ".id\n  consentType: 'AllPrincipals'\n  scope: " + BicepText.literal(scopes) + "\n}\n");
		}
		for (KitPermission permission : given) {
			parts.add("resource " + label + "_" + permission.id().toString().replace('-', '_')
					+ " 'Microsoft.Graph/appRoleAssignedTo@v1.0' = if (grantConsent) {\n  appRoleId: '"
					+ permission.id() + "'\n  principalId: servicePrincipal.id\n  resourceId: " + label + ".id\n}\n");
		}
	}

	private static @Nullable String access(KitService service, int number) {
		ServicePlace place = service.place();
		KitRole role = service.role();
		if (place == null || role == null) {
			return null;
		}
		String principal = (role.holder() == RoleHolder.CLIENT) ? "servicePrincipal.id"
				: "'" + role.principalId() + "'";
		UUID name = assignmentName(role);
		return "module access" + number + " '" + module(service.kind()) + "' = {\n  scope: resourceGroup("
				+ BicepText.literal(place.subscription()) + ", " + BicepText.literal(place.resourceGroup())
				+ ")\n  params: {\n    workspaceName: " + BicepText.literal(place.workspace()) + "\n    serviceName: "
				+ BicepText.literal(place.service()) + "\n    roleDefinitionId: '" + role.definitionId()
				+ "'\n    principalId: " + principal + "\n    principalType: '" + role.holder().principalType()
				+ "'\n    assignmentName: '" + ((name != null) ? name : "") + "'\n  }\n}\n";
	}

	/** The GUID at the end of the assignment's resource id. */
	private static @Nullable UUID assignmentName(KitRole role) {
		String id = role.assignmentId();
		if (id == null) {
			return null;
		}
		try {
			return UUID.fromString(id.substring(id.lastIndexOf('/') + 1));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static boolean hasRole(KitService service) {
		return service.place() != null && service.role() != null;
	}

	private static String module(HealthApi kind) {
		return (kind == HealthApi.FHIR) ? "fhir-access.bicep" : "dicom-access.bicep";
	}

}
