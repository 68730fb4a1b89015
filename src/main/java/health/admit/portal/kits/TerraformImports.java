package health.admit.portal.kits;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * {@code imports.tf}: by which ids Terraform finds what exists.
 */
final class TerraformImports {

	private TerraformImports() {
	}

	static String content(KitClient client) {
		String application = "/applications/" + client.applicationObjectId();
		List<String> blocks = new ArrayList<>();
		blocks.add("# What exists already. Delete this file to create a second client like this one.\n");
		blocks.add(block("azuread_application_registration.client", application));
		if (!client.redirectUris().isEmpty()) {
			blocks.add(block("azuread_application_redirect_uris.client",
					application + "/redirectUris/" + client.signIn().terraformPlatform()));
		}
		if (client.deviceCode()) {
			blocks
				.add(block("azuread_application_fallback_public_client.client", application + "/fallbackPublicClient"));
		}
		UUID principal = client.servicePrincipalObjectId();
		if (principal != null) {
			blocks.add(block("azuread_service_principal.client", "/servicePrincipals/" + principal));
		}
		for (Permissions permissions : Permissions.of(client)) {
			blocks.add(block("azuread_application_api_access." + permissions.label(),
					application + "/apiAccess/" + permissions.api()));
		}
		for (int i = 0; i < client.services().size(); i++) {
			KitRole role = client.services().get(i).role();
			if (client.services().get(i).place() != null && role != null && role.assignmentId() != null) {
				blocks.add(block("azurerm_role_assignment." + Terraform.roleLabel(i), role.assignmentId()));
			}
		}
		return String.join("\n", blocks);
	}

	private static String block(String resource, String id) {
		return HclBlock.of("import").expression("to", resource).text("id", id).toString();
	}

}
