package health.admit.portal.kits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the commands ask of the Azure CLI, seen by a stand-in for it.
 */
class AzCommandsTests {

	private static final String NEW_APPLICATION = "cccccccc-bbbb-4ccc-8ddd-eeeeeeeeeeee";

	@TempDir
	Path folder;

	@BeforeEach
	void standIn() throws IOException {
		Path az = Files.writeString(Files.createDirectory(this.folder.resolve("tools")).resolve("az"), """
				#!/bin/sh
				echo "$*" >> '%s'
				case "$*" in
				  "account show"*) echo "$SIGNED_IN" ;;
				  *"--query appId"*) echo the-app-id ;;
				  *"--query id"*POST* | *POST*"--query id"*) echo %s ;;
				  "ad sp show"*) exit 3 ;;
				  "ad sp create"*) echo the-principal ;;
				  *addPassword*) echo the-secret ;;
				esac
				""".formatted(this.folder.resolve("log"), NEW_APPLICATION));
		assertThat(az.toFile().setExecutable(true)).isTrue();
	}

	@Test
	void theClientThatExistsIsBroughtInLineByItsId() throws IOException {
		Terminal.Result result = run(SignInKind.APP_WITH_SECRET);
		assertThat(result.exit()).as(result.said()).isZero();
		assertThat(log())
			.anyMatch((line) -> line.contains("--method PATCH")
					&& line.contains("/applications/" + KitClients.APPLICATION)
					&& line.contains("--body @application.json"))
			.noneMatch((line) -> line.contains("--method POST") || line.contains("addPassword")
					|| line.contains("admin-consent"))
			.anyMatch((line) -> line.startsWith(
					"role assignment create --assignee-object-id the-principal --assignee-principal-type ServicePrincipal")
					&& line.contains("/fhirservices/records"));
	}

	@Test
	void anotherProviderIsTrustedOnlyWhenAskedFor() throws IOException {
		assertThat(run(SignInKind.APP_WITH_FEDERATION).exit()).isZero();
		assertThat(log()).noneMatch((line) -> line.contains("federated-credential"));
		assertThat(run(SignInKind.APP_WITH_FEDERATION, "--new", "--federation").exit()).isZero();
		assertThat(log()).contains(
				"ad app federated-credential create --id the-app-id --parameters @federation-1.json --output none");
	}

	@Test
	void aSecondClientIsMadeOnlyWhenAskedFor() throws IOException {
		assertThat(run(SignInKind.DESKTOP, "--new").exit()).isZero();
		assertThat(log())
			.anyMatch((line) -> line.contains("--method POST") && line.contains("/v1.0/applications --headers"))
			.anyMatch((line) -> line.contains("--method GET") && line.contains(NEW_APPLICATION))
			.noneMatch((line) -> line.contains("PATCH"))
			.anyMatch((line) -> line
				.contains("--assignee-object-id " + KitClients.PERSON + " --assignee-principal-type Group"));
	}

	@Test
	void aNewSecretGoesIntoAFileAndIsNotShown() throws IOException {
		Terminal.Result result = run(SignInKind.WEB_WITH_SECRET, "--secret");
		assertThat(result.exit()).as(result.said()).isZero();
		assertThat(result.out() + result.said()).doesNotContain("the-secret");
		assertThat(this.folder.resolve("kit/az/client-secret.txt")).hasContent("the-secret");
	}

	@Test
	void anotherTenantIsLeftAlone() throws IOException {
		Path kit = TestKits.unpacked(this.folder.resolve("kit"), KitClients.of(SignInKind.APP_WITH_SECRET), null);
		Terminal.Result result = Terminal.run(kit.resolve("az"), environment("another-tenant"),
				List.of("bash", "register.sh"));
		assertThat(result.exit()).isEqualTo(2);
		assertThat(log()).hasSize(1);
	}

	@Test
	void nothingThatWasTypedIsAnArgument() throws IOException {
		for (String text : List.of("@/etc/passwd", "-x", "$(touch " + HostileTexts.CANARY + ")")) {
			KitClient client = KitClients.called(KitClients.of(SignInKind.APP_WITH_SECRET), text);
			assertThat(TestKits.text(client, "az/register.sh")).doesNotContain(text);
			assertThat(TestKits.text(client, "az/application.json")).contains(text);
		}
	}

	private Terminal.Result run(SignInKind signIn, String... arguments) {
		Path kit = TestKits.unpacked(this.folder.resolve("kit"), KitClients.of(signIn), null);
		List<String> command = new ArrayList<>(List.of("bash", "register.sh"));
		command.addAll(List.of(arguments));
		return Terminal.run(kit.resolve("az"), environment(KitClients.TENANT.toString()), command);
	}

	private Map<String, String> environment(String tenant) {
		return Map.of("PATH", this.folder.resolve("tools") + ":" + System.getenv("PATH"), "SIGNED_IN", tenant);
	}

	private List<String> log() throws IOException {
		return Files.readAllLines(this.folder.resolve("log"));
	}

}
