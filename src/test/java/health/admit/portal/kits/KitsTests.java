package health.admit.portal.kits;

import java.util.List;

import health.admit.portal.cloud.SecretValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class KitsTests {

	private static final String SECRET = "~+/=&%\"'$ value";

	@ParameterizedTest
	@EnumSource
	void everyNameIsPlainAndThereOnce(SignInKind signIn) {
		List<String> names = names(signIn);
		assertThat(names).doesNotHaveDuplicates()
			.allSatisfy((name) -> assertThat(name).matches("[a-z0-9._/-]+").doesNotContain("..").doesNotStartWith("/"));
		assertThat(names).contains("readme.md", ".gitignore", "probe.sh", "probe.ps1", "probe.py", "fhir.http",
				"dicom.http", ".env", "fhir.postman_environment.json", "dicom.postman_collection.json",
				"terraform/main.tf", "terraform/imports.tf", "bicep/main.bicep", "az/register.sh");
	}

	@ParameterizedTest
	@EnumSource
	void theSameClientGivesTheSameBytes(SignInKind signIn) {
		assertThat(TestKits.zip(KitClients.of(signIn), SECRET)).isEqualTo(TestKits.zip(KitClients.of(signIn), SECRET));
	}

	@ParameterizedTest
	@EnumSource
	void noGapIsLeft(SignInKind signIn) {
		TestKits.kits()
			.files(KitClients.of(signIn), null)
			.forEach((file) -> assertThat(file.content()).as(file.name()).doesNotContainPattern("<<[a-z]"));
	}

	@Test
	void theSecretIsWhereThePlaceholderWasAndNowhereElse() {
		KitClient client = KitClients.of(SignInKind.APP_WITH_SECRET);
		List<KitFile> without = TestKits.kits().files(client, null);
		List<KitFile> with = TestKits.kits().files(client, new SecretValue("Marked~Secret"));
		assertThat(without).allSatisfy((file) -> assertThat(file.content()).doesNotContain("Marked~Secret"));
		assertThat(with).filteredOn((file) -> file.content().contains("Marked~Secret"))
			.extracting(KitFile::name)
			.containsExactlyInAnyOrder("client-secret.txt", ".env", "fhir.postman_environment.json",
					"dicom.postman_environment.json");
		assertThat(TestKits.text(client, ".gitignore").lines()).contains("client-secret.txt", ".env",
				"*.postman_environment.json");
	}

	@ParameterizedTest
	@EnumSource(names = { "APP_WITH_CERTIFICATE", "WEB_WITH_CERTIFICATE", "SINGLE_PAGE", "DESKTOP", "DEVICE_CODE" })
	void aClientWithoutASecretGetsNone(SignInKind signIn) {
		assertThat(TestKits.kits().files(KitClients.of(signIn), new SecretValue("Marked~Secret")))
			.allSatisfy((file) -> assertThat(file.content()).doesNotContain("Marked~Secret", Kit.PLACEHOLDER + "\n"));
	}

	@Test
	void aFileDoesNotPrintWhatItHolds() {
		assertThat(TestKits.kits()
			.file(KitClients.of(SignInKind.APP_WITH_SECRET), new SecretValue(SECRET), "client-secret.txt")
			.orElseThrow()
			.toString()).isEqualTo("KitFile[client-secret.txt]");
	}

	@Test
	void aClientWithoutServicesGetsItsRegistrationOnly() {
		KitClient client = KitClients.with(KitClients.of(SignInKind.APP_WITH_SECRET), List.<KitService>of());
		assertThat(TestKits.kits().files(client, null)).extracting(KitFile::name)
			.contains("readme.md", "terraform/main.tf", "az/register.sh")
			.doesNotContain("probe.sh", ".env");
	}

	@Test
	void anInstalledProgramMayUseADeviceCodeToo() {
		assertThat(names(SignInKind.DESKTOP)).contains("device-code.sh", "device-code.ps1", "device-code.py");
		assertThat(names(SignInKind.APP_WITH_SECRET)).doesNotContain("device-code.sh");
	}

	@Test
	void thePortalHasItWithItsTexts() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MessageSourceAutoConfiguration.class))
			.withPropertyValues("spring.messages.basename=messages/kits")
			.withUserConfiguration(Kits.class)
			.run((context) -> assertThat(
					context.getBean(Kits.class).files(KitClients.of(SignInKind.APP_WITH_SECRET), null))
				.isNotEmpty());
	}

	private static List<String> names(SignInKind signIn) {
		return TestKits.kits().files(KitClients.of(signIn), null).stream().map(KitFile::name).toList();
	}

}
