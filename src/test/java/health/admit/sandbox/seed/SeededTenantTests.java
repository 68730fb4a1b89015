package health.admit.sandbox.seed;

import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Catalogue;
import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Person;
import health.admit.sandbox.tenant.Principal;
import health.admit.sandbox.tenant.TenantDirectory;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeededTenantTests {

	private static SandboxServer sandbox;

	private static TenantDirectory tenant;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		tenant = sandbox.bean(TenantDirectory.class);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void firstPersonOfTheSignInPageIsTheUsualRegistrar() {
		Person first = tenant.people().get(0);

		assertThat(first.directoryRoles()).containsExactly(UUID.fromString("158c047a-c907-4556-b7ef-446551a6b5f7"));
		assertThat(tenant.people()).allSatisfy((person) -> assertThat(person.about()).isNotBlank());
	}

	@Test
	void portalIsRegisteredWithConsentForWhatItAsks() {
		Client portal = tenant.client(OwnRegistrations.PORTAL).orElseThrow();
		UUID client = tenant.principal(OwnRegistrations.PORTAL).orElseThrow().objectId();
		UUID graph = tenant.principal(Catalogue.GRAPH).orElseThrow().objectId();

		assertThat(portal.webRedirectUris()).contains("http://localhost/login/oauth2/code/entra", "http://localhost/");
		assertThat(portal.secrets()).hasSize(1);
		assertThat(tenant.grantedScopes(client, graph, null)).contains("User.Read", "Application.ReadWrite.All");
		assertThat(portal.required().get(0).scopes()).hasSize(17);
	}

	@Test
	void portalRolesAreHeldByThePeopleWhoHaveNoDirectoryRole() {
		UUID portal = tenant.principal(OwnRegistrations.PORTAL).orElseThrow().objectId();
		Person lucia = tenant.people()
			.stream()
			.filter((person) -> person.givenName().equals("Lucia"))
			.findFirst()
			.get();

		assertThat(tenant.appRoles(lucia.objectId(), portal)).isEqualTo(Set.of("Admit.Registrar"));
	}

	@Test
	void resourcesAreFoundByEveryNameTheyAnswerTo() {
		Principal dicom = tenant.principal(Catalogue.DICOM).orElseThrow();

		assertThat(tenant.principalNamed("https://dicom.healthcareapis.azure.com")).contains(dicom);
		assertThat(tenant.principalNamed("https://ws-fhir.fhir.azurehealthcareapis.com")).map(Principal::appId)
			.contains(Catalogue.FHIR);
		assertThat(tenant.principalNamed("https://graph.microsoft.com/")).map(Principal::appId)
			.contains(Catalogue.GRAPH);
		assertThat(tenant.principalNamed("https://elsewhere.example")).isEmpty();
	}

}
