package health.admit.sandbox.arm;

import java.util.ArrayList;
import java.util.List;

import health.admit.sandbox.arm.ArmCalls.Result;
import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArmContractTests {

	private static SandboxServer sandbox;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start("applications=5", "arm-page-size=1");
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void nobodyGetsInWithoutAToken() {
		Result refused = new ArmCalls(sandbox, "").get("/subscriptions").expect(401, "AuthenticationFailed");
		assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer authorization_uri=\"" + sandbox.baseUrl())
			.contains("error=\"invalid_token\"");
	}

	@Test
	void tokenForAnotherServiceIsRefusedAndNamesTheRightAudiences() {
		String token = new SandboxTokens(sandbox).forAudience("https://graph.microsoft.com", "Amara");
		Result refused = new ArmCalls(sandbox, token).get("/subscriptions")
			.expect(401, "InvalidAuthenticationTokenAudience");
		assertThat(refused.text("error/message")).contains("https://graph.microsoft.com",
				"https://management.azure.com/");
	}

	@Test
	void tokenThatIsLateForeignOrNoneIsRefused() {
		SandboxTokens tokens = new SandboxTokens(sandbox);
		new ArmCalls(sandbox, tokens.expiredFor(ArmCalls.AUDIENCE, "Amara")).get("/subscriptions")
			.expect(401, "ExpiredAuthenticationToken");
		new ArmCalls(sandbox, tokens.ofOtherTenant(ArmCalls.AUDIENCE, "Amara")).get("/subscriptions")
			.expect(401, "InvalidAuthenticationTokenTenant");
		new ArmCalls(sandbox, "nonsense").get("/subscriptions").expect(401, "InvalidAuthenticationToken");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://management.azure.com", "https://management.azure.com/",
			"https://management.core.windows.net", "https://management.core.windows.net/",
			"797f4846-ba00-4fd7-ba43-dac1f8f63013" })
	void eachNameOfTheServiceIsAnAudience(String audience) {
		new ArmCalls(sandbox, new SandboxTokens(sandbox).forAudience(audience, "Amara"))
			.query("/subscriptions?api-version=2022-12-01")
			.expect(200);
	}

	@Test
	void subscriptionsComeInPagesAndOnlyThoseOneMaySee() {
		assertThat(all(as("Amara"), "/subscriptions?api-version=2022-12-01"))
			.containsExactly("Contoso Health Production", "Contoso Health Test");
		assertThat(all(as("Lucia"), "/subscriptions?api-version=2022-12-01"))
			.containsExactly("Contoso Health Production");
		assertThat(all(as("Tom"), "/subscriptions?api-version=2022-12-01")).isEmpty();
	}

	@Test
	void workspacesAndServicesAreListedWithTheirIds() {
		ArmCalls priya = as("Priya");
		Result workspaces = priya.get(ArmCalls.PRODUCTION + "/providers/Microsoft.HealthcareApis/workspaces")
			.expect(200);
		assertThat(workspaces.text("value/0/id")).isEqualTo(ArmCalls.WORKSPACE);
		assertThat(workspaces.json().has("nextLink")).isFalse();
		assertThat(all(priya, ArmCalls.WORKSPACE + "/fhirservices?api-version=2024-03-31")).containsExactly("clinical",
				"research");
		assertThat(priya.get(ArmCalls.WORKSPACE + "/dicomservices").names()).containsExactly("imaging");
		assertThat(priya.get(ArmCalls.WORKSPACE + "/iotconnectors").names()).containsExactly("wearables");
		assertThat(priya.get(ArmCalls.PRODUCTION + "/providers/Microsoft.HealthcareApis/services").names()).isEmpty();
		assertThat(priya.get(ArmCalls.CLINICAL_GROUP + "/providers/Microsoft.HealthcareApis/workspaces").names())
			.containsExactly("contosohealth");
	}

	@Test
	void serviceSaysWhichTokensItAccepts() {
		ArmCalls priya = as("Priya");
		Result clinical = priya.get(ArmCalls.CLINICAL).expect(200);
		assertThat(clinical.text("kind")).isEqualTo("fhir-R4");
		assertThat(clinical.text("properties/authenticationConfiguration/audience"))
			.isEqualTo(sandbox.baseUrl() + "/fhir/contosohealth-clinical");
		assertThat(clinical.text("properties/authenticationConfiguration/authority")).startsWith(sandbox.baseUrl());
		assertThat(clinical.text("properties/serviceUrl")).isEmpty();
		assertThat(priya.get(ArmCalls.WORKSPACE + "/fhirservices/research")
			.text("properties/authenticationConfiguration/audience")).isEqualTo("https://fhir.azurehealthcareapis.com");
		Result imaging = priya.get(ArmCalls.IMAGING).expect(200);
		assertThat(imaging.text("properties/serviceUrl")).isEqualTo(sandbox.baseUrl() + "/dicom/contosohealth-imaging");
		assertThat(imaging.text("properties/authenticationConfiguration/audiences/1"))
			.isEqualTo("https://dicom.healthcareapis.azure.com");
	}

	@Test
	void idsMayBeWrittenInAnyCase() {
		as("Priya").get(ArmCalls.CLINICAL.toUpperCase(java.util.Locale.ROOT)).expect(200);
		as("Priya").get(ArmCalls.CLINICAL.toLowerCase(java.util.Locale.ROOT)).expect(200);
	}

	@ParameterizedTest
	@CsvSource({ "/subscriptions,'',MissingApiVersionParameter", "/subscriptions,1999-01-01,InvalidApiVersionParameter",
			"/providers/Microsoft.Authorization/roleDefinitions,'',MissingApiVersionParameter",
			"/providers/Microsoft.Authorization/roleDefinitions,latest,InvalidApiVersionParameter",
			"/providers/Microsoft.Authorization/roleDefinitions,1999-01-01,NoRegisteredProviderFound",
			ArmCalls.WORKSPACE + ",1999-01-01,NoRegisteredProviderFound" })
	void apiVersionIsNeededAndKnown(String path, String version, String code) {
		as("Amara").query(path + (version.isEmpty() ? "" : "?api-version=" + version)).expect(400, code);
	}

	@Test
	void whatOneMayNotSeeIsDenied() {
		Result refused = as("Hana").get(ArmCalls.CLINICAL).expect(403, "AuthorizationFailed");
		assertThat(refused.text("error/message")).contains("hana.sato@",
				"'Microsoft.HealthcareApis/workspaces/fhirservices/read'", ArmCalls.CLINICAL);
		as("Hana").get(ArmCalls.PRODUCTION + "/providers/Microsoft.HealthcareApis/workspaces")
			.expect(403, "AuthorizationFailed");
		as("Priya").get(ArmCalls.TEST + "/providers/Microsoft.HealthcareApis/workspaces")
			.expect(403, "AuthorizationFailed");
		as("Hana").get(ArmCalls.WORKSPACE + "/fhirservices/nowhere").expect(403, "AuthorizationFailed");
	}

	@Test
	void whatDoesNotExistIsNotFound() {
		Result service = as("Priya").get(ArmCalls.WORKSPACE + "/fhirservices/nowhere").expect(404, "ResourceNotFound");
		assertThat(service.text("error/message"))
			.contains("Microsoft.HealthcareApis/workspaces/contosohealth/fhirservices/nowhere");
		as("Priya").query(ArmCalls.PRODUCTION + "/resourceGroups/rg-none?api-version=2022-12-01")
			.expect(404, "ResourceGroupNotFound");
		as("Amara").get("/subscriptions/x/providers/Microsoft.HealthcareApis/workspaces")
			.expect(400, "InvalidSubscriptionId");
	}

	@Test
	void whatLiesInSomethingMissingSaysSo() {
		as("Priya").get(ArmCalls.CLINICAL.replace("/contosohealth/", "/nowhere/"))
			.expect(404, "ParentResourceNotFound");
		as("Priya").get(ArmCalls.CLINICAL.replace("/contosohealth/fhirservices/clinical", "/nowhere/fhirservices"))
			.expect(404, "ResourceNotFound");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "cm93Oi0x", "cm93OjQwMDAwMDAwMDA" })
	void linkOfNoListIsRefused(String token) {
		as("Amara").query("/subscriptions?api-version=2022-12-01&$skiptoken=" + token).expect(400, "InvalidSkipToken");
	}

	@Test
	void resourceCanBePlantedAndIsListed() {
		String id = ArmCalls.CLINICAL_GROUP + "/providers/Microsoft.HealthcareApis/services/oldaccount";
		ArmCalls anybody = new ArmCalls(sandbox, "");
		anybody
			.send("POST", "/_sandbox/azure", "{\"id\":\"" + id
					+ "\",\"kind\":\"fhir-R4\",\"location\":\"westeurope\",\"properties\":{\"accessPolicies\":[]}}")
			.expect(204);
		Result accounts = as("Jonas").get(ArmCalls.PRODUCTION + "/providers/Microsoft.HealthcareApis/services");
		assertThat(accounts.expect(200).text("value/0/id")).isEqualTo(id);
		anybody.send("POST", "/_sandbox/azure", "{\"id\":\"/subscriptions\"}").expect(400);
		anybody.send("POST", "/_sandbox/reset", "{}").expect(204);
		assertThat(as("Jonas").get(ArmCalls.PRODUCTION + "/providers/Microsoft.HealthcareApis/services").names())
			.isEmpty();
	}

	@Test
	void roleDefinitionsAreFoundByNameAndById() {
		ArmCalls priya = as("Priya");
		Result found = priya.query(ArmCalls.CLINICAL
				+ "/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-04-01&$filter=roleName eq 'FHIR Data Reader'")
			.expect(200);
		assertThat(found.names()).containsExactly("4c8d0bbc-75d3-4935-991f-5f3c56d81508");
		String id = found.text("value/0/id");
		assertThat(id).isEqualTo(ArmCalls.PRODUCTION
				+ "/providers/Microsoft.Authorization/roleDefinitions/4c8d0bbc-75d3-4935-991f-5f3c56d81508");
		Result single = priya.query(id + "?api-version=2022-04-01").expect(200);
		assertThat(single.text("properties/permissions/0/dataActions/0"))
			.isEqualTo("Microsoft.HealthcareApis/workspaces/fhirservices/resources/read");
		assertThat(all(priya, "/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-04-01")).hasSize(14);
		priya.query("/providers/Microsoft.Authorization/roleDefinitions/nonsense?api-version=2022-04-01")
			.expect(404, "RoleDefinitionDoesNotExist");
	}

	@Test
	void permissionsSayWhetherOneMayAssignRoles() {
		assertThat(permissions("Lucia", ArmCalls.CLINICAL)).contains("Microsoft.Authorization/roleAssignments/write");
		assertThat(permissions("Lucia", ArmCalls.WORKSPACE)).doesNotContain("roleAssignments/write");
		assertThat(permissions("Jonas", ArmCalls.CLINICAL)).contains("*/read")
			.doesNotContain("Microsoft.Authorization");
		assertThat(permissions("Noah", ArmCalls.CLINICAL)).isEqualTo("[]");
	}

	@Test
	void whatIsNotServedIsRefusedAndSaysSo() {
		as("Amara").send("PUT", ArmCalls.CLINICAL + "?api-version=2024-03-31", "{}")
			.expect(501, "SandboxNotImplemented");
		as("Amara").query("/subscriptions/x/providers/Microsoft.Compute/virtualMachines?api-version=2024-03-31")
			.expect(501, "SandboxNotImplemented");
	}

	private static String permissions(String givenName, String scope) {
		StringBuilder bodies = new StringBuilder();
		for (String next = scope + "/providers/Microsoft.Authorization/permissions?api-version=2022-04-01"; !next
			.isEmpty();) {
			Result page = as(givenName).query(next).expect(200);
			bodies.append(page.json().path("value"));
			next = page.text("nextLink");
		}
		return bodies.toString();
	}

	private static ArmCalls as(String givenName) {
		return ArmCalls.as(sandbox, givenName);
	}

	/** The names on every page. */
	private static List<String> all(ArmCalls calls, String path) {
		List<String> names = new ArrayList<>();
		for (String next = path; !next.isEmpty();) {
			Result page = calls.query(next).expect(200);
			assertThat(page.names()).hasSizeLessThanOrEqualTo(1);
			names.addAll(page.names());
			next = page.text("nextLink");
		}
		return names;
	}

}
