package health.admit.portal.kits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import health.admit.portal.cloud.CloudName;

/**
 * The registration as Terraform code, for the providers azuread and azurerm.
 */
final class Terraform implements KitFormat {

	@Override
	public List<KitFile> files(Kit kit) {
		return List.of(new KitFile("terraform/main.tf", main(kit.client())),
				new KitFile("terraform/imports.tf", TerraformImports.content(kit.client())));
	}

	/** The name of a service's role assignment in the code. */
	static String roleLabel(int number) {
		return "service_" + (number + 1);
	}

	private static String main(KitClient client) {
		List<String> blocks = new ArrayList<>();
		blocks.add(Sheet.filled("terraform/head.tf", head(client)));
		blocks.add(application(client).toString());
		if (!client.redirectUris().isEmpty()) {
			blocks.add(HclBlock.of("resource", "azuread_application_redirect_uris", "client")
				.expression("application_id", "azuread_application_registration.client.id")
				.text("type", client.signIn().terraformPlatform())
				.texts("redirect_uris", client.redirectUris())
				.toString());
		}
		if (client.deviceCode()) {
			blocks.add(HclBlock.of("resource", "azuread_application_fallback_public_client", "client")
				.expression("application_id", "azuread_application_registration.client.id")
				.expression("enabled", "true")
				.toString());
		}
		blocks.add(HclBlock.of("resource", "azuread_service_principal", "client")
			.expression("client_id", "azuread_application_registration.client.client_id")
			.toString());
		Permissions.of(client).forEach((permissions) -> permissions(permissions, blocks));
		roles(client, blocks);
		credentials(client, blocks);
		return String.join("\n", blocks);
	}

	private static Map<String, String> head(KitClient client) {
		CloudName cloud = client.cloud().name();
		return Map.of("tenant", HclText.literal(client.cloud().tenant().toString()), "azuread",
				HclText.literal(switch (cloud) {
					case GLOBAL, SANDBOX -> "public";
					case US_GOV -> "usgovernmentl4";
					case US_GOV_DOD -> "usgovernmentl5";
					case CHINA -> "china";
				}), "azurerm", HclText.literal(switch (cloud) {
					case GLOBAL, SANDBOX -> "public";
					case US_GOV, US_GOV_DOD -> "usgovernment";
					case CHINA -> "china";
				}), "azure", azure(client));
	}

	/** The provider for roles, where there is a service whose place is known. */
	private static String azure(KitClient client) {
		return client.services()
			.stream()
			.map(KitService::place)
			.filter(Objects::nonNull)
			.findFirst()
			.map((place) -> HclText.literal(Objects.requireNonNull(place).subscription()))
			.orElse(HclText.literal(""));
	}

	private static HclBlock application(KitClient client) {
		HclBlock application = HclBlock.of("resource", "azuread_application_registration", "client")
			.text("display_name", client.displayName())
			.text("sign_in_audience", client.signInAudience());
		client.remarks().byName().forEach((name, text) -> application.text(snakeCase(name), text));
		return application;
	}

	private static String snakeCase(String name) {
		return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	private static void permissions(Permissions permissions, List<String> blocks) {
		List<UUID> scopes = ids(permissions.of(KitPermission.Type.SCOPE));
		List<UUID> roles = ids(permissions.of(KitPermission.Type.ROLE));
		HclBlock access = HclBlock.of("resource", "azuread_application_api_access", permissions.label())
			.expression("application_id", "azuread_application_registration.client.id")
			.text("api_client_id", permissions.api().toString());
		if (!scopes.isEmpty()) {
			access.ids("scope_ids", scopes);
		}
		if (!roles.isEmpty()) {
			access.ids("role_ids", roles);
		}
		blocks.add(access.toString());
		List<KitPermission> agreed = permissions.consented(KitPermission.Type.SCOPE);
		List<KitPermission> given = permissions.consented(KitPermission.Type.ROLE);
		if (agreed.isEmpty() && given.isEmpty()) {
			return;
		}
		blocks.add(HclBlock.of("resource", "azuread_service_principal", permissions.label())
			.text("client_id", permissions.api().toString())
			.expression("use_existing", "true")
			.toString());
		String api = "azuread_service_principal." + permissions.label() + ".object_id";
		if (!agreed.isEmpty()) {
			blocks.add(
					HclBlock.of("resource", "azuread_service_principal_delegated_permission_grant", permissions.label())
						.expression("count", "var.grant_consent ? 1 : 0")
						.expression("service_principal_object_id", "azuread_service_principal.client.object_id")
						.expression("resource_service_principal_object_id", api)
						.texts("claim_values", agreed.stream().map(KitPermission::value).toList())
						.toString());
		}
		for (KitPermission permission : given) {
			blocks.add(HclBlock
				.of("resource", "azuread_app_role_assignment",
						permissions.label() + "_" + permission.id().toString().replace('-', '_'))
				.expression("count", "var.grant_consent ? 1 : 0")
				.text("app_role_id", permission.id().toString())
				.expression("principal_object_id", "azuread_service_principal.client.object_id")
				.expression("resource_object_id", api)
				.toString());
		}
	}

	private static void roles(KitClient client, List<String> blocks) {
		for (int i = 0; i < client.services().size(); i++) {
			ServicePlace place = client.services().get(i).place();
			KitRole role = client.services().get(i).role();
			if (place == null || role == null) {
				continue;
			}
			String principal = (role.holder() == RoleHolder.CLIENT) ? "azuread_service_principal.client.object_id"
					: HclText.literal(role.principalId().toString());
			blocks.add(HclBlock.of("resource", "azurerm_role_assignment", roleLabel(i))
				.text("scope", place.resourceId())
				.text("role_definition_id",
						"/subscriptions/" + place.subscription() + "/providers/Microsoft.Authorization/roleDefinitions/"
								+ role.definitionId())
				.expression("principal_id", principal)
				.text("principal_type", role.holder().principalType())
				.toString());
		}
	}

	private static void credentials(KitClient client, List<String> blocks) {
		if (client.signIn().withSecret()) {
			KitSecret secret = client.secret();
			HclBlock password = HclBlock.of("resource", "azuread_application_password", "client")
				.expression("count", "var.create_secret ? 1 : 0")
				.expression("application_id", "azuread_application_registration.client.id");
			if (secret != null) {
				password.text("display_name", secret.description());
				if (secret.end() != null) {
					password.text("end_date", secret.end().toString());
				}
			}
			blocks.add(Sheet.plain("terraform/secret.tf"));
			blocks.add(password.toString());
		}
		if (client.signIn().withCertificate()) {
			blocks.add(Sheet.plain("terraform/certificate.tf"));
		}
		if (!client.federations().isEmpty()) {
			blocks.add(Sheet.plain("terraform/federation.tf"));
			for (int i = 0; i < client.federations().size(); i++) {
				blocks.add(federation(client.federations().get(i), i + 1).toString());
			}
		}
	}

	private static HclBlock federation(KitFederation federation, int number) {
		HclBlock block = HclBlock.of("resource", "azuread_application_federated_identity_credential", "trust_" + number)
			.expression("count", "var.create_federation ? 1 : 0")
			.expression("application_id", "azuread_application_registration.client.id")
			.text("display_name", federation.name())
			.text("issuer", federation.issuer())
			.text("subject", federation.subject())
			.texts("audiences", List.of(federation.audience()));
		String description = federation.description();
		return (description != null) ? block.text("description", description) : block;
	}

	private static List<UUID> ids(List<KitPermission> permissions) {
		return permissions.stream().map(KitPermission::id).toList();
	}

}
