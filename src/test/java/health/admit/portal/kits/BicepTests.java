package health.admit.portal.kits;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BicepTests {

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

}
