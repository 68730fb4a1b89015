package health.admit.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.TokenRequests;
import health.admit.support.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the wizard to a client that reads from its service, and what happens where Azure
 * says no.
 */
class AccessJourneyTests {

	private static final String TENANT = "5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10";

	private static final String PORTAL = "0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static SandboxServer sandbox;

	private static PortalServer portal;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		portal = PortalServer.start(sandbox);
	}

	@AfterAll
	static void stop() {
		portal.close();
		sandbox.close();
	}

	@AfterEach
	void clear() {
		new SandboxControls(sandbox).clearFaults();
	}

	@Test
	void clientReadsFromTheServiceItWasRegisteredFor() throws Exception {
		new SandboxControls(sandbox).fault("{\"lag\":{\"azure_typed\":3000}}");
		try (Visitor priya = visitor("Priya")) {
			Registering client = toAccess(priya, "Night reader");
			priya.press("Look for services");
			assertThat(priya.text()).contains("contosohealth/clinical", "Resource group rg-clinical")
				.doesNotContain("contosotest");
			pick(priya, "contosohealth/clinical");
			priya.choose("mode", "AZURE").press("Continue");
			assertThat(priya.text()).contains("FHIR Data Reader, contosohealth/clinical, Night reader");
			client.confirm().finish();
			assertThat(priya.text())
				.contains("FHIR Data Reader on contosohealth/clinical for Night reader", "more minutes to know",
						"/fhir/contosohealth-clinical")
				.doesNotContain("az role assignment create");
			String audience = sandbox.baseUrl() + "/fhir/contosohealth-clinical";
			Object token = new TokenRequests(sandbox.resolve("/"), TENANT)
				.withSecret(client.clientId(), client.secretShownOnce(), audience + "/.default")
				.get("access_token");
			assertThat(status(audience + "/Patient?_summary=count", String.valueOf(token))).isEqualTo(200);
		}
	}

	@Test
	void kitFromTheOneTimePageReadsFromTheServiceUnmodified(@TempDir Path folder) throws Exception {
		try (Visitor priya = visitor("Priya")) {
			Registering client = toAccess(priya, "Quick start");
			priya.press("Look for services");
			pick(priya, "contosohealth/clinical");
			priya.choose("mode", "AZURE").press("Continue");
			client.confirm().finish();
			String secret = client.secretShownOnce();
			priya.press("Download the kit with the secret in it");
			assertThat(priya.fileName()).isEqualTo("client-kit.zip");
			Terminal terminal = unpacked(folder, priya.bytes());
			assertThat(terminal.run("bash probe.sh && echo passed")).contains("passed").doesNotContain(secret);
			assertThat(terminal.run("python3 probe.py && echo passed")).contains("passed").doesNotContain(secret);
		}
	}

	@Test
	void kitOfAnApplicationThatExistsReadsFromWhereItHasARole(@TempDir Path folder) throws Exception {
		try (Visitor priya = visitor("Priya")) {
			priya.open("/applications?q=7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815").press("Contoso nightly export");
			priya.press("Get the client kit");
			if (priya.sees("//a[contains(., 'Let the portal read Azure')]")) {
				priya.press("Let the portal read Azure");
			}
			assertThat(priya.text()).contains("FHIR contosohealth/clinical", "it has the role FHIR Data Reader");
			priya.press("Download all as a zip");
			Terminal terminal = unpacked(folder, priya.bytes());
			assertThat(terminal.run("bash probe.sh || echo missing")).contains("client-secret.txt", "missing");
			terminal.file("client-secret.txt", "sandbox-automation~not-a-real-secret\n");
			assertThat(terminal.run("bash probe.sh && echo passed")).contains("contosohealth-clinical", "passed");
		}
	}

	private static Terminal unpacked(Path folder, byte[] zip) throws IOException {
		Terminal terminal = new Terminal(folder);
		try (ZipInputStream kit = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry file = kit.getNextEntry(); file != null; file = kit.getNextEntry()) {
				Files.createDirectories(folder.resolve(file.getName()).getParent());
				terminal.file(file.getName(), kit.readAllBytes());
			}
		}
		return terminal;
	}

	@Test
	void withoutTheRightTheRegistrationGoesOnAndTheOwnerGetsACommand() {
		try (Visitor jonas = visitor("Jonas")) {
			Registering client = toAccess(jonas, "Handed over");
			jonas.press("Look for services");
			pick(jonas, "contosohealth/imaging", "contosohealth/clinical");
			jonas.choose("mode", "AZURE").press("Continue");
			client.confirm().finish();
			assertThat(jonas.text()).contains("az role assignment create --role 4c8d0bbc",
					"--assignee-object-id " + client.id("Service principal object id"),
					"User Access Administrator or Role Based Access Control Administrator", "Without the role");
		}
	}

	@Test
	void rightThatIsLostMeanwhileStopsNothing() {
		try (Visitor priya = visitor("Priya")) {
			Registering client = toAccess(priya, "Lost right");
			priya.press("Look for services");
			pick(priya, "contosohealth/clinical");
			priya.choose("mode", "AZURE").press("Continue");
			new SandboxControls(sandbox)
				.fault("{\"rules\":[{\"kind\":\"denied\",\"method\":\"PUT\",\"path\":\"/roleAssignments/\"}]}");
			client.confirm().finish();
			assertThat(priya.text()).contains("Azure refused to assign it", "az role assignment create");
		}
	}

	@Test
	void rolesOfAnApplicationAreGivenAndTaken() {
		try (Visitor priya = visitor("Priya")) {
			Registering client = toAccess(priya, "Gets a role later").accessLater().confirm().finish();
			String application = client.id("Application object id");
			priya.open("/applications/" + application).press("Show and change its Azure roles");
			assertThat(priya.text()).contains("It has no role that opens health data");
			priya.press("Show the roles")
				.click("//label[contains(., 'DICOM Data Reader')] | //label[contains(., 'FHIR Data Reader')]");
			priya.press("Assign the role");
			done(priya, "Show the result");
			assertThat(priya.text()).contains("Data Reader",
					"/providers/Microsoft.HealthcareApis/workspaces/contosohealth");
			priya.press("Remove").press("Remove the role");
			done(priya, "Show the result");
			assertThat(priya.text()).contains("It has no role that opens health data");
		}
	}

	@Test
	void whoHasRightsOnOneServiceOnlyGivesAndTakesRolesThere() {
		try (Visitor lucia = visitor("Lucia")) {
			Registering client = toAccess(lucia, "Ward board").accessLater().confirm().finish();
			lucia.open("/applications/" + client.id("Application object id"))
				.press("Show and change its Azure roles")
				.press("Show the roles");
			assertThat(lucia.text()).contains("Roles on contosohealth/clinical");
			lucia.click("//label[contains(., 'FHIR Data Reader')]").press("Assign the role");
			done(lucia, "Show the result");
			assertThat(lucia.text()).contains("FHIR Data Reader", "/fhirservices/clinical",
					"Contoso Health Production: Azure shows you the roles on the services that you can see there");
			lucia.press("Remove").press("Remove the role");
			done(lucia, "Show the result");
			assertThat(lucia.text()).contains("No role that opens health data was found");
		}
	}

	private static void done(Visitor visitor, String link) {
		String operation = visitor.path();
		Poll.until("the operation is done", Duration.ofMinutes(1), () -> {
			visitor.open(operation);
			return visitor.sees("//a[contains(., '" + link + "')]");
		});
		visitor.press(link);
	}

	@Test
	void subscriptionThatIsRefusedIsNamed() {
		new SandboxControls(sandbox).fault("{\"rules\":[{\"kind\":\"denied\","
				+ "\"path\":\"/subscriptions/a94c2e07[^/]*/providers/Microsoft.HealthcareApis/workspaces\"}]}");
		try (Visitor amara = visitor("Amara")) {
			toAccess(amara, "Half seen");
			amara.press("Look for services");
			assertThat(amara.text()).contains("contosohealth/clinical", "Contoso Health Test: Azure does not let you");
		}
	}

	@Test
	void agreementForAzureIsAskedForWhenItIsNeededAndNotBefore() throws Exception {
		revokeAzure();
		try (Visitor amara = visitor("Amara")) {
			toAccess(amara, "Agreed late");
			assertThat(amara.address().getPort()).isEqualTo(URI.create(portal.baseUrl()).getPort());
			amara.type("filter", "research").press("Look for services");
			assertThat(amara.text()).contains("Access Azure Service Management");
			amara.press("Cancel");
			assertThat(amara.text()).contains("A permission is missing", "management.azure.com/user_impersonation");
			amara.press("Go on without it");
			assertThat(amara.path()).endsWith("/access");
			amara.press("Look for services").choose("everyone", "true").press("Accept");
			assertThat(amara.path()).endsWith("/access");
			assertThat(amara.text()).contains("contosohealth/research").doesNotContain("contosohealth/clinical");
		}
	}

	private static Registering toAccess(Visitor visitor, String name) {
		return new Registering(visitor).basics(name, "FHIR").authentication("SERVER").secret("6").permissionsOnly();
	}

	private static void pick(Visitor visitor, String... services) {
		for (String service : services) {
			if (visitor.sees("//label[contains(., '" + service + "')]")) {
				visitor.click("//label[contains(., '" + service + "')]");
			}
		}
	}

	private static Visitor visitor(String person) {
		return new Visitor(portal.resolve("/")).signIn(person);
	}

	private static int status(String address, String token) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(address))
			.header("Authorization", "Bearer " + token)
			.build();
		return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
	}

	/** Takes back what the whole organisation had agreed to. */
	private static void revokeAzure() throws IOException, InterruptedException {
		String token = new SandboxTokens(sandbox).of("Priya",
				"Application.Read.All Directory.Read.All DelegatedPermissionGrant.ReadWrite.All");
		String client = first(token, "/servicePrincipals?$filter=", "appId eq '" + PORTAL + "'");
		String azure = first(token, "/servicePrincipals?$filter=", "appId eq '797f4846-ba00-4fd7-ba43-dac1f8f63013'");
		String grant = first(token, "/oauth2PermissionGrants?$filter=",
				"clientId eq '" + client + "' and resourceId eq '" + azure + "'");
		HttpRequest delete = HttpRequest.newBuilder(sandbox.resolve("/v1.0/oauth2PermissionGrants/" + grant))
			.header("Authorization", "Bearer " + token)
			.DELETE()
			.build();
		assertThat(HTTP.send(delete, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(204);
	}

	private static String first(String token, String path, String filter) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(sandbox.resolve("/v1.0" + path + URLEncoder.encode(filter, StandardCharsets.UTF_8)))
			.header("Authorization", "Bearer " + token)
			.build();
		JsonNode answer = JsonMapper.builder()
			.build()
			.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
		return answer.path("value").path(0).path("id").asString();
	}

}
