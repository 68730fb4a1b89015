package health.admit.journey;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.TokenRequests;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A registration that was a mistake, from its confirmation to the last thing it made.
 */
class UndoJourneyTests {

	private static final String TENANT = "5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10";

	private static final String SCOPE = "https://graph.microsoft.com/.default";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

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

	@Test
	void everythingThatWasMadeGoesInReverseOnceThatIsConfirmed() {
		try (Visitor priya = new Visitor(portal.resolve("/")).signIn("Priya")) {
			Registering client = registered(priya, "Mistake");
			TokenRequests tokens = new TokenRequests(sandbox.resolve("/"), TENANT);
			String clientId = client.clientId();
			String secret = client.secretShownOnce();
			assertThat(tokens.withSecret(clientId, secret, SCOPE)).containsKey("access_token");
			SandboxControls controls = new SandboxControls(sandbox);
			controls.clearRequests();

			priya.open(client.operation().getPath()).press("Undo: remove what this operation made");
			assertThat(priya.text()).containsSubsequence("This is removed, in this order", "Remove the client secret",
					"Remove the role: FHIR Data Reader", "Take back the consent",
					"Delete the service principal of Mistake", "Delete the application Mistake",
					"This gets no step of its own", "an owner", "It goes with the application.");
			priya.press("Remove");
			assertThat(priya.text()).contains("Tick the box that names the application");
			assertThat(writes(controls)).isEmpty();
			aMinuteGoesBy();
			priya.choose("sure", "true").press("Remove");
			String undo = priya.path();
			assertThat(undo).startsWith("/operations/").isNotEqualTo(client.operation().getPath());
			Poll.until("the operation is undone", PATIENCE,
					() -> priya.open(undo).text().contains("All 5 steps are done"));
			assertThat(priya.text()).contains("can restore it", "holds its unique name");

			assertThat(writes(controls)).containsExactly("POST /v1.0/applications/{}/removePassword",
					"DELETE /roleAssignments/{}", "DELETE /v1.0/oauth2PermissionGrants/{}",
					"DELETE /v1.0/servicePrincipals/{}", "DELETE /v1.0/applications/{}");
			new Tenant(sandbox).assertNone("Mistake", clientId);
			assertThat(tokens.withSecret(clientId, secret, SCOPE)).doesNotContainKey("access_token");
			priya.open(client.operation().getPath());
			assertThat(priya.text()).contains("This operation is undone and cannot go on")
				.doesNotContain("Undo: remove what this operation made", "Show the result");
			priya.open(client.operation().getPath() + "/undo");
			assertThat(priya.path()).isEqualTo(undo);
		}
	}

	private static Registering registered(Visitor visitor, String name) {
		Registering client = new Registering(visitor).basics(name, "FHIR").authentication("SERVER").secret("6");
		visitor.click("//label[contains(., 'user_impersonation')]").choose("consentNow", "true").press("Continue");
		visitor.press("Look for services");
		visitor.click("//label[contains(., 'contosohealth/clinical')]").choose("mode", "AZURE").press("Continue");
		return client.confirm().finish();
	}

	/** So that every copy of the directory shows what was made. */
	private static void aMinuteGoesBy() {
		portal.bean(JdbcClient.class)
			.sql("update operation set changed_at = :earlier")
			.param("earlier", OffsetDateTime.now().minusMinutes(1))
			.update();
	}

	/** What was written to the tenant and to Azure, with the ids left out. */
	private static List<String> writes(SandboxControls controls) {
		return controls.exchanges()
			.stream()
			.filter((exchange) -> !exchange.read() && !exchange.path().contains("/oauth2/"))
			.map((exchange) -> exchange.method() + " "
					+ exchange.path()
						.replaceFirst(".*/roleAssignments/", "/roleAssignments/")
						.replaceAll("(?<=/applications|/servicePrincipals|Grants|/roleAssignments)/[^/]+", "/{}"))
			.toList();
	}

}
