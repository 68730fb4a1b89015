package health.admit.journey;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import health.admit.sandbox.arm.ArmCalls;
import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.SignInScript;
import health.admit.support.TestCertificate;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a finished registration to a client that has read from the service, and what the
 * test says where something is missing. Copies lag until the sandbox's time is moved, so
 * that nothing depends on how fast this machine is.
 */
class ConnectionJourneyTests {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final String FHIR_READER = "4c8d0bbc-75d3-4935-991f-5f3c56d81508";

	private static final String DICOM_READER = "e89c7a3c-2f64-4fa1-a847-3e4c9ba4283a";

	private static SandboxServer sandbox;

	private static PortalServer portal;

	private static SandboxControls controls;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		portal = PortalServer.start(sandbox, "admit.connection.credential-patience=10m",
				"admit.connection.credential-pause=200ms", "admit.connection.role-patience=10m",
				"admit.connection.role-pause=200ms");
		controls = new SandboxControls(sandbox);
	}

	@AfterAll
	static void stop() {
		portal.close();
		sandbox.close();
	}

	@AfterEach
	void inTime() {
		controls.clearFaults();
		controls.clock("PT0S");
	}

	@Test
	void aSecretFromTheOneTimePageIsTestedWhileItAndItsRoleAreStillUnderWay() {
		try (Visitor priya = visitor()) {
			controls.fault("{\"lag\":{\"token\":300000,\"data_plane\":600000}}");
			Registering client = server(priya, "Nightly export", "FHIR").secret("6").permissions().confirm().finish();
			String secret = client.secretShownOnce();
			assign(ArmCalls.CLINICAL, FHIR_READER, client.id("Service principal object id"), "ServicePrincipal");
			priya.type("address", service("/fhir/contosohealth-clinical")).press("Test the connection");
			assertThat(priya.path()).startsWith("/connection/tests/");
			says(priya, "If it is new, Entra ID may not know it everywhere yet");
			assertThat(priya.text()).doesNotContain(secret);
			controls.clock("PT6M");
			says(priya, "A role was assigned in the last minutes");
			assertThat(priya.text()).contains("HTTP 403");
			controls.clock("PT12M");
			says(priya, "The client works.");
			assertThat(details(priya))
				.contains("GET " + service("/fhir/contosohealth-clinical/Patient?_summary=count"), "client_secret=***",
						"FHIR version")
				.doesNotContain(secret);
			assertThat(priya.path()).doesNotContain(secret);
		}
	}

	@Test
	void aCertificateIsTestedOnADicomService() {
		TestCertificate certificate = TestCertificate.create("CN=imaging gateway");
		try (Visitor priya = visitor()) {
			controls.fault("{\"lag\":{\"token\":240000,\"data_plane\":240000,\"dicom_decision\":240000}}");
			Registering client = server(priya, "Imaging gateway", "DICOM").certificate(certificate.pem())
				.permissions()
				.confirm()
				.finish();
			String principal = client.id("Service principal object id");
			assign(ArmCalls.IMAGING, DICOM_READER, principal, "ServicePrincipal");
			String clientId = client.clientId();
			priya.press("Test the connection");
			assertThat(priya.textOf("//input[@name='clientId']")).isEqualTo(clientId);
			priya.type("address", service("/dicom/contosohealth-imaging"))
				.type("pem", new String(certificate.pem()) + certificate.keyPem())
				.press("Test the connection");
			says(priya, "next in");
			// An assertion is good for five minutes of the portal's own time.
			controls.clock("PT4M10S");
			says(priya, "The client works.");
			assertThat(details(priya)).contains("client_assertion=***",
					"https://dicom.healthcareapis.azure.com/.default", "/v2/changefeed?limit=1&includemetadata=false");
		}
	}

	@Test
	void aSinglePageApplicationIsTestedBySigningInThroughIt() {
		try (Visitor priya = visitor()) {
			Registering client = new Registering(priya).basics("Ward board", "FHIR")
				.authentication("SINGLE_PAGE", "singlePage", "https://ward.contoso.example/signed-in")
				.permissions()
				.confirm()
				.finish();
			String clientId = client.clientId();
			UUID person = new SandboxTokens(sandbox).person("Lucia").objectId();
			assign(ArmCalls.CLINICAL, FHIR_READER, person.toString(), "User");
			priya.open("/connection?clientId=" + clientId + "&way=SINGLE_PAGE")
				.type("address", service("/fhir/contosohealth-clinical"))
				.type("redirectUri", "https://ward.contoso.example/signed-in")
				.press("Test the connection");
			String link = priya.html().getAnchorByText("Open the sign-in page").getHrefAttribute();
			Map<String, String> answer = new SignInScript(sandbox.baseUrl()).signIn(link, "lucia");
			priya
				.type("answer",
						"https://ward.contoso.example/signed-in?code=" + answer.get("code") + "&state="
								+ answer.get("state"))
				.press("Test the connection");
			says(priya, "The client works.");
			assertThat(details(priya)).contains("user_impersonation", "code=***").doesNotContain(answer.get("code"));
		}
	}

	@Test
	void aDeviceCodeIsShownUntilSomebodyHasSignedIn() {
		try (Visitor priya = visitor()) {
			Registering client = new Registering(priya).basics("Bedside tablet", "FHIR")
				.authentication("MOBILE_OR_DESKTOP", "publicClient", "http://localhost")
				.permissions()
				.confirm()
				.finish();
			String clientId = client.clientId();
			UUID person = new SandboxTokens(sandbox).person("Hana").objectId();
			assign(ArmCalls.CLINICAL, FHIR_READER, person.toString(), "User");
			priya.open("/connection?clientId=" + clientId + "&way=DEVICE")
				.type("address", service("/fhir/contosohealth-clinical"))
				.press("Test the connection");
			says(priya, "Somebody has to sign in");
			new SignInScript(sandbox.baseUrl())
				.approveDevice(priya.textOf("//section[@aria-labelledby='prompt']//code"), "hana");
			says(priya, "The client works.");
		}
	}

	@Test
	void anAudienceThatWasChangedIsTheOneTheServiceNames() {
		try (Visitor priya = visitor()) {
			Registering client = server(priya, "Research loader", "FHIR").secret("6").permissions().confirm().finish();
			String secret = client.secretShownOnce();
			assign(ArmCalls.WORKSPACE + "/fhirservices/research", FHIR_READER, client.id("Service principal object id"),
					"ServicePrincipal");
			test(priya, client.clientId(), secret, "/fhir/contosohealth-research");
			says(priya, "The client works.");
			assertThat(details(priya)).contains("scope=https://fhir.azurehealthcareapis.com/.default");
		}
	}

	@Test
	void whatIsWrongWithACredentialIsNamed() {
		try (Visitor priya = visitor()) {
			Registering client = server(priya, "Lab feed", "FHIR").secret("6").permissions().confirm().finish();
			String secret = client.secretShownOnce();
			String clientId = client.clientId();
			test(priya, clientId, UUID.randomUUID().toString(), "/fhir/contosohealth-clinical");
			says(priya, "This is the id of a secret, not its value.");
			assertThat(priya.text()).contains("AADSTS7000215", "Correlation id:");
			test(priya, clientId, secret + "x", "/fhir/contosohealth-clinical");
			says(priya, "The client secret is not the right one.");
			priya.press("Stop waiting");
			says(priya, "Stopped.");
			assertThat(priya.text()).contains("The client secret is not the right one.", "AADSTS7000215");
			controls.clock("P300D");
			test(priya, clientId, secret, "/fhir/contosohealth-clinical");
			says(priya, "AADSTS7000222");
			controls.clock("PT0S");
			test(priya, UUID.randomUUID().toString(), secret, "/fhir/contosohealth-clinical");
			says(priya, "AADSTS700016");
			priya.press("Stop waiting");
		}
	}

	@Test
	void aServiceIsChosenFromAzure() {
		try (Visitor priya = visitor()) {
			priya.open("/connection?clientId=7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815&way=SECRET")
				.press("Look for services")
				.press("Test this one contosohealth/clinical");
			assertThat(priya.textOf("//input[@name='address']")).isEqualTo(service("/fhir/contosohealth-clinical"));
			priya.type("secret", "sandbox-automation~not-a-real-secret").press("Test the connection");
			says(priya, "The client works.");
		}
	}

	@Test
	void aRoleOfSomebodyElseDoesNotCountAndTheRightPrincipalIsNamed() {
		try (Visitor priya = visitor()) {
			Registering client = server(priya, "Discharge letters", "FHIR").secret("6")
				.permissions()
				.confirm()
				.finish();
			String clientId = client.clientId();
			String secret = client.secretShownOnce();
			String principal = client.id("Service principal object id");
			UUID wrong = new SandboxTokens(sandbox).person("Jonas").objectId();
			assign(ArmCalls.CLINICAL, FHIR_READER, wrong.toString(), "User");
			test(priya, clientId, secret, "/fhir/contosohealth-clinical");
			says(priya, "no role that allows this");
			assertThat(priya.textOf("//*[contains(@class,'copy-value')]//code")).isEqualTo(principal);
			priya.press("Give it the role");
			assertThat(priya.text()).contains("Roles on contosohealth/clinical");
			priya.press("Assign the role");
			test(priya, clientId, secret, "/fhir/contosohealth-clinical");
			says(priya, "The client works.");
		}
	}

	@Test
	void theAddressIsCheckedAndEverythingTypedIsKept() {
		try (Visitor priya = visitor()) {
			priya.open("/connection")
				.type("address", sandbox.baseUrl() + "/_sandbox/requests")
				.type("clientId", "not an id")
				.type("secret", "canary-of-a-secret")
				.press("Test the connection");
			assertThat(priya.status()).isEqualTo(422);
			assertThat(priya.textOf("//input[@name='address']")).isEqualTo(sandbox.baseUrl() + "/_sandbox/requests");
			assertThat(priya.textOf("//input[@name='clientId']")).isEqualTo("not an id");
			assertThat(priya.textOf("//input[@name='secret']")).isEmpty();
		}
	}

	private static void test(Visitor visitor, String clientId, String secret, String path) {
		visitor.open("/connection?clientId=" + clientId)
			.type("address", service(path))
			.type("secret", secret)
			.press("Test the connection");
	}

	/** The whole page, also what is folded up. */
	private static String details(Visitor visitor) {
		return visitor.textOf("//main");
	}

	/** Opens the page again until it says this. */
	private static void says(Visitor visitor, String text) {
		URI page = visitor.address();
		Poll.until("the test says " + text, PATIENCE, () -> visitor.open(page.getPath()).text().contains(text));
	}

	private static Registering server(Visitor visitor, String name, String purpose) {
		return new Registering(visitor).basics(name, purpose).authentication("SERVER");
	}

	private static String service(String path) {
		return sandbox.baseUrl() + path;
	}

	private static void assign(String scope, String role, String principal, String type) {
		ArmCalls.as(sandbox, "Amara")
			.assign(scope, UUID.randomUUID(), role, UUID.fromString(principal), type)
			.expect(201);
	}

	private static Visitor visitor() {
		return new Visitor(URI.create(portal.baseUrl())).signIn("Priya");
	}

}
