package health.admit.portal.kits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The registration as commands of the Azure CLI. What people typed is in JSON files
 * beside them.
 */
final class AzCommands implements KitFormat {

	@Override
	public List<KitFile> files(Kit kit) {
		List<KitFile> files = new ArrayList<>();
		files.add(new KitFile("az/application.json", JsonText.document(application(kit.client()))));
		if (kit.client().signIn().withSecret()) {
			files.add(new KitFile("az/secret.json", JsonText.document(secret(kit))));
		}
		for (int i = 0; i < kit.client().federations().size(); i++) {
			files.add(new KitFile("az/federation-" + (i + 1) + ".json",
					JsonText.document(federation(kit.client().federations().get(i)))));
		}
		files.add(new KitFile("az/register.sh", commands(kit.client())));
		return files;
	}

	private static Map<String, Object> application(KitClient client) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("displayName", client.displayName());
		body.putAll(client.remarks().byName());
		body.put("signInAudience", client.signInAudience());
		body.put("isFallbackPublicClient", client.deviceCode());
		if (!client.redirectUris().isEmpty()) {
			body.put(client.signIn().graphPlatform(), Map.of("redirectUris", client.redirectUris()));
		}
		body.put("requiredResourceAccess", Permissions.of(client).stream().map(AzCommands::required).toList());
		return body;
	}

	private static Map<String, Object> required(Permissions permissions) {
		Map<String, Object> required = new LinkedHashMap<>();
		required.put("resourceAppId", permissions.api().toString());
		required.put("resourceAccess", permissions.all().stream().map((permission) -> {
			Map<String, Object> access = new LinkedHashMap<>();
			access.put("id", permission.id().toString());
			access.put("type", permission.type().graphName());
			return access;
		}).toList());
		return required;
	}

	private static Map<String, Object> secret(Kit kit) {
		Map<String, Object> password = new LinkedHashMap<>();
		password.put("displayName", kit.secretName());
		KitSecret secret = kit.client().secret();
		if (secret != null && secret.end() != null) {
			password.put("endDateTime", secret.end().toString());
		}
		return Map.of("passwordCredential", password);
	}

	private static Map<String, Object> federation(KitFederation federation) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("name", federation.name());
		body.put("issuer", federation.issuer());
		body.put("subject", federation.subject());
		body.put("audiences", List.of(federation.audience()));
		if (federation.description() != null) {
			body.put("description", federation.description());
		}
		return body;
	}

	private static String commands(KitClient client) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("tenant", BashText.literal(client.cloud().tenant().toString()));
		values.put("graph", BashText.literal(client.cloud().graph().toString()));
		values.put("object-id", BashText.literal(client.applicationObjectId().toString()));
		values.put("roles", roles(client));
		boolean certificate = client.signIn().withCertificate();
		if (client.signIn().withSecret()) {
			values.put("usage",
					"#   bash register.sh --secret     also makes a new secret and writes it to client-secret.txt here");
			values.put("options", "    --secret) credential=secret ;;");
			values.put("credential", Sheet.plain("az/secret.sh"));
		}
		else if (certificate) {
			values.put("usage",
					"#   bash register.sh --certificate FILE    also adds the certificate of a PEM file, without its private key");
			values.put("options",
					"    --certificate)\n      credential=${2:?Name the PEM file of the certificate.}\n      shift\n      ;;");
			values.put("credential", Sheet.plain("az/certificate.sh"));
		}
		else if (client.signIn() == SignInKind.APP_WITH_FEDERATION) {
			values.put("usage",
					"#   bash register.sh --federation     also makes the client trust the other identity provider (only a new client needs that)");
			values.put("options", "    --federation) credential=federation ;;");
			values.put("credential", Sheet.plain("az/federation.sh"));
		}
		else {
			values.put("usage", "# The client is a public one and has no credential.");
			values.put("options", "");
			values.put("credential", "");
		}
		return Sheet.filled("az/register.sh", values);
	}

	private static String roles(KitClient client) {
		String commands = client.services()
			.stream()
			.filter((service) -> service.place() != null && service.role() != null)
			.map(AzCommands::role)
			.collect(Collectors.joining("\n"));
		return commands.isEmpty() ? "# No role at a service is known." : commands;
	}

	private static String role(KitService service) {
		KitRole role = service.role();
		ServicePlace place = service.place();
		if (role == null || place == null) {
			return "";
		}
		String principal = (role.holder() == RoleHolder.CLIENT) ? "\"$PRINCIPAL_ID\""
				: BashText.literal(role.principalId().toString());
		return "az role assignment create --assignee-object-id " + principal + " --assignee-principal-type "
				+ role.holder().principalType() + " \\\n  --role " + role.definitionId() + " --scope "
				+ BashText.literal(place.resourceId()) + " --output none";
	}

}
