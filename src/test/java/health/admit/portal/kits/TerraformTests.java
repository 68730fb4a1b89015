package health.admit.portal.kits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class TerraformTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@TempDir
	Path folder;

	@Test
	@EnabledIf(value = "health.admit.portal.kits.NodeTools#present",
			disabledReason = "HashiCorp's parser is not in target/kit-tools: .ci/run installs it there")
	void theParserOfHashiCorpReadsTheSameTexts() throws IOException {
		List<String> texts = HostileTexts.all();
		List<Path> files = new ArrayList<>();
		for (int i = 0; i < texts.size(); i++) {
			KitClient client = KitClients.called(KitClients.of(SignInKind.APP_WITH_SECRET), texts.get(i));
			files.add(Files.writeString(this.folder.resolve(i + ".tf"), TestKits.text(client, "terraform/main.tf")));
		}
		for (int i = 0; i < texts.size(); i++) {
			KitClient client = KitClients.called(KitClients.of(SignInKind.APP_WITH_FEDERATION), texts.get(i));
			files.add(Files.writeString(this.folder.resolve("trust" + i + ".tf"),
					TestKits.text(client, "terraform/main.tf")));
		}
		Terminal.Result result = NodeTools.parse(this.folder, files);
		assertThat(result.exit()).as(result.said()).isZero();
		List<String> documents = result.out().lines().toList();
		for (int i = 0; i < texts.size(); i++) {
			JsonNode resources = JSON.readTree(documents.get(i)).path("resource");
			JsonNode application = resources.path("azuread_application_registration").path("client").path(0);
			String expected = templated(normal(KitText.carried(texts.get(i))));
			assertThat(joined(application.path("display_name"))).isEqualTo(expected);
			for (String remark : List.of("description", "notes", "service_management_reference")) {
				assertThat(joined(application.path(remark))).as(remark).isEqualTo(expected);
			}
			assertThat(
					joined(resources.path("azuread_application_password").path("client").path(0).path("display_name")))
				.isEqualTo(expected);
			JsonNode trust = JSON.readTree(documents.get(texts.size() + i))
				.path("resource")
				.path("azuread_application_federated_identity_credential")
				.path("trust_1")
				.path(0);
			assertThat(joined(trust.path("subject"))).isEqualTo(expected);
			assertThat(joined(trust.path("description"))).isEqualTo(expected);
		}
	}

	@Test
	@EnabledIf("haveTerraform")
	void terraformReadsTheSameTexts() throws IOException {
		List<String> texts = HostileTexts.carried();
		Files.writeString(this.folder.resolve("main.tf"), "locals {\n  texts = ["
				+ texts.stream().map(HclText::literal).collect(Collectors.joining(", ")) + "]\n}\n");
		Files.writeString(this.folder.resolve("ask"), "base64encode(jsonencode(local.texts))\n");
		Terminal.Result result = Terminal.run(this.folder, List.of("sh", "-c", "terraform console < ask"));
		assertThat(result.exit()).as(result.said()).isZero();
		JsonNode read = JSON.readTree(Base64.getDecoder().decode(result.out().strip().replace("\"", "")));
		for (int i = 0; i < texts.size(); i++) {
			assertThat(joined(read.path(i))).isEqualTo(normal(texts.get(i)));
		}
	}

	@ParameterizedTest
	@EnumSource
	@EnabledIf("haveTerraform")
	void terraformTakesTheLayout(SignInKind signIn) {
		TestKits.unpacked(this.folder, KitClients.of(signIn), null);
		Terminal.Result result = Terminal.run(this.folder, List.of("terraform", "fmt", "-check", "-diff", "terraform"));
		assertThat(result.exit()).as(result.out() + result.said()).isZero();
	}

	@Test
	void whatExistsIsTakenOver() {
		String imports = TestKits.text(KitClients.of(SignInKind.DESKTOP), "terraform/imports.tf");
		String application = "/applications/" + KitClients.APPLICATION;
		assertThat(imports).contains("to = azuread_application_registration.client\n  id = \"" + application + "\"",
				"id = \"" + application + "/redirectUris/PublicClient\"",
				"id = \"" + application + "/fallbackPublicClient\"",
				"id = \"/servicePrincipals/" + KitClients.PRINCIPAL + "\"",
				"id = \"" + application + "/apiAccess/75e725bf-66ce-4cea-9b9a-5c4caae57f33\"",
				"roleAssignments/" + KitClients.ASSIGNMENT + "\"");
	}

	@Test
	void eachImportHasItsResource() {
		for (SignInKind signIn : SignInKind.values()) {
			String main = TestKits.text(KitClients.of(signIn), "terraform/main.tf");
			TestKits.text(KitClients.of(signIn), "terraform/imports.tf")
				.lines()
				.filter((line) -> line.startsWith("  to = "))
				.map((line) -> line.substring("  to = ".length()).split("\\."))
				.forEach((names) -> assertThat(main).contains("resource \"" + names[0] + "\" \"" + names[1] + "\" {"));
		}
	}

	@Test
	void aRoleIsGivenAtTheServiceAndToWhomHasIt() {
		assertThat(TestKits.text(KitClients.of(SignInKind.APP_WITH_SECRET), "terraform/main.tf"))
			.contains("/workspaces/contoso/fhirservices/records\"", "azuread_service_principal.client.object_id");
		assertThat(TestKits.text(KitClients.of(SignInKind.SINGLE_PAGE), "terraform/main.tf"))
			.contains("principal_id       = \"" + KitClients.PERSON + "\"", "principal_type     = \"Group\"");
	}

	@Test
	void nothingIsMadeThatNobodyAskedFor() {
		String main = TestKits.text(KitClients.of(SignInKind.WEB_WITH_SECRET), "terraform/main.tf");
		assertThat(main).contains("count          = var.create_secret ? 1 : 0",
				"count                                = var.grant_consent ? 1 : 0");
		assertThat(TestKits.text(KitClients.of(SignInKind.APP_WITH_FEDERATION), "terraform/main.tf"))
			.contains("count          = var.create_federation ? 1 : 0");
	}

	static boolean haveTerraform() {
		return Terminal.find("terraform").isPresent();
	}

	/** Terraform brings every text into this form. */
	private static String normal(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	/**
	 * Terraform puts a joiner that nobody sees after every thirty marks on one letter.
	 */
	private static String joined(JsonNode text) {
		return text.asString().replace("\u034F", "");
	}

	/** As the parser writes a text that is not a template. */
	private static String templated(String text) {
		return text.replace("${", "$${").replace("%{", "%%{");
	}

}
