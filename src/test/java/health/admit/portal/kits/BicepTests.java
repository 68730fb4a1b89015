package health.admit.portal.kits;

import java.util.ArrayDeque;
import java.util.Deque;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No tool reads Bicep where this is built, so the form is checked by rules of its
 * grammar: literals that end on their line, and brackets in pairs outside of them.
 */
class BicepTests {

	@ParameterizedTest
	@EnumSource
	void bracketsAndQuotesComeInPairs(SignInKind signIn) {
		TestKits.kits()
			.files(KitClients.called(KitClients.of(signIn), "'}\\ ${x} \u202E {["), null)
			.stream()
			.filter((file) -> file.name().endsWith(".bicep"))
			.forEach((file) -> assertThat(open(file.content())).as(file.name()).isEmpty());
	}

	@Test
	void theApplicationIsFoundByTheNameItHas() {
		assertThat(TestKits.text(KitClients.of(SignInKind.APP_WITH_SECRET), "bicep/main.bicep"))
			.contains("param uniqueName string = 'admit-6f0c2b1e'", "this takes it over");
		assertThat(TestKits.text(KitClients.withoutUniqueName(KitClients.of(SignInKind.APP_WITH_SECRET)),
				"bicep/main.bicep"))
			.contains("this creates a second client");
	}

	@Test
	void anAssignmentThatExistsKeepsItsName() {
		assertThat(TestKits.text(KitClients.of(SignInKind.APP_WITH_SECRET), "bicep/main.bicep")).contains(
				"module access1 'fhir-access.bicep'", "assignmentName: '" + KitClients.ASSIGNMENT + "'",
				"module access2 'dicom-access.bicep'", "assignmentName: ''",
				"scope: resourceGroup('" + KitClients.SUBSCRIPTION + "', 'health-rg')");
		assertThat(TestKits.text(KitClients.of(SignInKind.APP_WITH_SECRET), "bicep/fhir-access.bicep"))
			.contains("'Microsoft.HealthcareApis/workspaces/fhirservices@2024-03-31' existing", "scope: service");
	}

	@Test
	void trustInAnotherProviderIsFoundByItsName() {
		assertThat(TestKits.text(KitClients.of(SignInKind.APP_WITH_FEDERATION), "bicep/main.bicep")).contains(
				"name: '${client.uniqueName}/cluster'", "issuer: 'https://cluster.contoso.example'",
				"subject: 'system:serviceaccount:imaging:reader'", "'api://AzureADTokenExchange'");
	}

	@Test
	void noSecretAndNoCertificateIsReplaced() {
		assertThat(TestKits.text(KitClients.of(SignInKind.APP_WITH_CERTIFICATE), "bicep/main.bicep"))
			.doesNotContain("keyCredentials", "passwordCredentials");
	}

	private static String open(String code) {
		Deque<Character> open = new ArrayDeque<>();
		for (String line : code.lines().toList()) {
			boolean quoted = false;
			for (int i = 0; i < line.length(); i++) {
				char sign = line.charAt(i);
				if (quoted && sign == '\\') {
					i++;
				}
				else if (sign == '\'') {
					quoted = !quoted;
				}
				else if (!quoted && line.startsWith("//", i)) {
					break;
				}
				else if (!quoted && "{[(".indexOf(sign) >= 0) {
					open.push(sign);
				}
				else if (!quoted && "}])".indexOf(sign) >= 0) {
					assertThat(open.pop()).isEqualTo("{[(".charAt("}])".indexOf(sign)));
				}
			}
			assertThat(quoted).as(line).isFalse();
		}
		return open.toString().replace("[]", "");
	}

}
