package health.admit.journey;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A secret that no operation keeps is seen by the next reading and removed by a person.
 */
class StraysJourneyTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final String NOTICE = "of the portal's own making";

	private static SandboxServer sandbox;

	private static PortalServer portal;

	private static String token;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		portal = PortalServer.start(sandbox, "admit.directory.write-deadline=5m");
		token = new SandboxTokens(sandbox).of("Priya", "Application.ReadWrite.All");
	}

	@AfterAll
	static void stop() {
		portal.close();
		sandbox.close();
	}

	@AfterEach
	void mend() {
		new SandboxControls(sandbox).clearFaults();
	}

	@Test
	void aStrayIsSeenAndIsGoneAfterOneConfirmedClick() throws Exception {
		try (Visitor priya = visitor("Priya Raman"); Visitor hana = visitor("Hana Sato")) {
			Registering client = reviewed(priya, "Night reader").confirm().finish();
			String application = client.id("Application object id");
			client.secretShownOnce();
			String kept = onlySecret(application);
			read(priya);
			assertThat(priya.open("/operations").text()).doesNotContain(NOTICE);
			assertThat(priya.open("/operations/strays").text()).contains("No stray secrets");

			String stray = addSecret(application, "Night reader · admit:" + UUID.randomUUID() + ":1");
			String left = addSecret(application,
					"Night reader · admit:" + client.operation().getPath().replaceFirst(".*/", "") + ":7");
			addSecret(application, "typed by hand");
			read(priya);
			assertThat(priya.open("/operations").text()).contains("2 stray secrets " + NOTICE);
			assertThat(hana.open("/expiry").text()).contains("2 stray secrets " + NOTICE);
			hana.press("Look at the stray secrets");
			assertThat(hana.text())
				.contains(stray, left, "No operation with this id", "keeps another secret", ", complete.",
						"A registrar can remove it")
				.doesNotContain(kept);
			assertThat(hana.sees("//main//table//a[contains(@href,'/operations/strays/')]")).isFalse();

			priya.press("Look at the stray secrets");
			priya.click("//a[contains(@href,'" + stray + "')]");
			assertThat(priya.text()).contains("Remove the stray secret of Night reader?", stray);
			priya.press("Remove this secret");
			finished(priya);
			assertThat(secrets(application)).contains(kept, left).doesNotContain(stray).hasSize(3);
			priya.press("Show the result");
			assertThat(priya.text()).contains("It was removed");
			assertThat(priya.open("/operations").text()).contains("1 stray secret " + NOTICE);
			read(priya);
			assertThat(priya.open("/operations/strays").text()).contains(left).doesNotContain(stray);
		}
	}

	/**
	 * The early secret stands for one of a lost attempt. Until its operation has ended it
	 * may be the one that will be kept.
	 */
	@Test
	void theSecretOfARunningOperationIsNotOfferedBeforeItHasEnded() throws Exception {
		try (Visitor priya = visitor("Priya Raman"); Visitor amara = visitor("Amara Okafor")) {
			SandboxControls controls = new SandboxControls(sandbox);
			controls.fault("""
					{"rules":[{"kind":"DELAY","method":"POST","path":"/servicePrincipals$","delay":240000}]}""");
			Registering client = reviewed(priya, "Half done").confirm();
			Poll.until("the second write is held", Duration.ofMinutes(1), controls::everyRuleHoldsOne);
			String operation = client.operation().getPath().replaceFirst(".*/", "");
			String application = applicationOf("admit-" + operation);
			String early = addSecret(application, "Half done · admit:" + operation + ":1");
			read(amara);
			assertThat(amara.open("/operations/strays").text()).doesNotContain(early);
			assertThat(amara.open("/operations/strays/" + application + "/" + early).path())
				.isEqualTo("/operations/strays");
			assertThat(amara.text()).contains("is no stray any more");
			assertThat(secrets(application)).containsExactly(early);

			controls.clearFaults();
			client.finish();
			assertThat(amara.open("/operations/strays").text()).contains(early, "keeps another secret");
			amara.click("//a[contains(@href,'" + early + "')]").press("Remove this secret");
			finished(amara);
			assertThat(secrets(application)).hasSize(1).doesNotContain(early);
		}
	}

	private static Registering reviewed(Visitor visitor, String name) {
		return new Registering(visitor).basics(name, "FHIR").authentication("SERVER").secret("6").permissions();
	}

	private static void finished(Visitor visitor) {
		String operation = visitor.path();
		Poll.until("the operation is done", Duration.ofMinutes(1), () -> {
			visitor.open(operation);
			return visitor.sees("//a[contains(., 'Show the result')]");
		});
	}

	/** Has the tenant read, and waits until it has been. */
	private static void read(Visitor visitor) {
		visitor.open("/api/index");
		String before = asOf(visitor);
		visitor.open("/expiry").press("Refresh now");
		Poll.until("the tenant was read", Duration.ofMinutes(1), () -> {
			visitor.open("/api/index");
			return !asOf(visitor).equals(before);
		});
	}

	private static String asOf(Visitor visitor) {
		return JSON.readTree(visitor.text()).path("asOf").asString("");
	}

	private static Visitor visitor(String name) {
		return new Visitor(URI.create(portal.baseUrl())).signIn(name);
	}

	private static String onlySecret(String application) throws Exception {
		List<String> secrets = secrets(application);
		assertThat(secrets).hasSize(1);
		return secrets.get(0);
	}

	private static List<String> secrets(String application) throws Exception {
		return graph("GET", "/applications/" + application + "?$select=id,passwordCredentials", null)
			.path("passwordCredentials")
			.valueStream()
			.map((secret) -> secret.path("keyId").asString())
			.toList();
	}

	private static String applicationOf(String uniqueName) throws Exception {
		return graph("GET",
				"/applications?$select=id&$filter="
						+ URLEncoder.encode("uniqueName eq '" + uniqueName + "'", StandardCharsets.UTF_8),
				null)
			.path("value")
			.path(0)
			.path("id")
			.asString();
	}

	private static String addSecret(String application, String name) throws Exception {
		return graph("POST", "/applications/" + application + "/addPassword",
				"{\"passwordCredential\":{\"displayName\":\"" + name + "\"}}")
			.path("keyId")
			.asString();
	}

	private static JsonNode graph(String method, String path, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(sandbox.resolve("/v1.0" + path))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody())
			.build();
		HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JSON.readTree(answer.body());
	}

}
