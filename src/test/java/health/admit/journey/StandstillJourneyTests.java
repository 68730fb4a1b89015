package health.admit.journey;

import java.net.URI;
import java.time.Duration;

import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.TestDatabase;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an admin sees when an operation cannot go on, and how it goes on afterwards.
 */
@OnEachDatabase
class StandstillJourneyTests {

	private static final String UNRECORDED = "The audit record cannot be written";

	private static SandboxServer sandbox;

	private static SandboxControls controls;

	private static TestDatabase stored;

	private static PortalServer portal;

	@Parameter
	Database database;

	@BeforeParameterizedClassInvocation
	static void start(Database database) {
		stored = database.fresh();
		sandbox = SandboxServer.start();
		controls = new SandboxControls(sandbox);
		portal = PortalServer.start(sandbox, "spring.datasource.url=" + stored.url(),
				"spring.datasource.username=" + stored.username(), "spring.datasource.password=" + stored.password(),
				"admit.directory.write-deadline=5m");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		portal.close();
		sandbox.close();
	}

	@AfterEach
	void mend() {
		controls.clearFaults();
	}

	@Test
	void withoutAuditNothingMoreIsSentUntilItIsMended() {
		try (Visitor priya = visitor(); Visitor other = visitor()) {
			Registering waiting = reviewed(other, "Never started");
			String review = other.path();
			controls.fault("""
					{"rules":[{"kind":"DELAY","method":"POST","path":"/servicePrincipals$","delay":240000}]}""");
			Registering client = reviewed(priya, "Unrecorded").confirm();
			Poll.until("the second write is held", Duration.ofMinutes(1), controls::everyRuleHoldsOne);

			auditFails();
			controls.clearRequests();
			controls.clearFaults();
			client.progressSays(UNRECORDED);
			other.press("Register the client");

			assertThat(other.status()).isEqualTo(503);
			assertThat(other.text()).contains(UNRECORDED);
			assertThat(priya.open("/applications").status()).isEqualTo(200);
			assertThat(controls.graphWrites()).extracting(Object::toString)
				.containsExactly("POST /v1.0/servicePrincipals 201");

			auditWorks();
			new Tenant(sandbox).assertOneOfEach("Unrecorded", client.finish());
			other.open(review);
			waiting.confirm().finish();
		}
	}

	@Test
	void lookThatIsRefusedSaysWhichRoleIsMissingAndGoesOnFromThere() {
		try (Visitor priya = visitor()) {
			controls.fault("""
					{"rules":[{"kind":"DENIED","method":"GET","path":"/oauth2PermissionGrants$"}]}""");
			Registering client = reviewed(priya, "Denied").confirm().progressSays("Try again from this step");

			assertThat(priya.text()).contains("needs the directory role Application Administrator")
				.contains("Insufficient privileges to complete the operation.")
				.contains("Authorization_RequestDenied");

			priya.press("Try again from this step").press("Continue");
			new Tenant(sandbox).assertOneOfEach("Denied", client.finish());
		}
	}

	@Test
	void challengedWriteWaitsForItsAdminToSignInAgain() {
		try (Visitor priya = visitor(); Visitor hana = new Visitor(URI.create(portal.baseUrl())).signIn("Hana Sato")) {
			controls.fault("""
					{"rules":[{"kind":"CLAIMS_CHALLENGE","method":"POST","path":"/addPassword$"}]}""");
			Registering client = reviewed(priya, "Challenged").confirm().progressSays("Sign in and continue");

			assertThat(priya.text()).contains("Waits for a sign-in", "What was made so far stays as it is",
					"Priya Raman (you)");
			assertThat(hana.open(client.operation().getPath()).text())
				.contains("A registrar can continue this", "Priya Raman")
				.doesNotContain("(you)", "Sign in and continue");
			assertThat(hana.open("/operations").text()).contains("Priya Raman");

			priya.press("Sign in and continue");
			if (!priya.path().endsWith("/resume")) {
				priya.pick("Priya Raman");
			}
			priya.press("Continue");
			new Tenant(sandbox).assertOneOfEach("Challenged", client.finish());
		}
	}

	@Test
	void withoutAuditNoSecretIsShownAndNoneIsLost() {
		try (Visitor priya = visitor()) {
			Registering client = reviewed(priya, "Unseen").confirm().finish();
			auditFails();
			priya.press("Show the secret");

			assertThat(priya.status()).isEqualTo(503);
			assertThat(priya.text()).contains(UNRECORDED);
			assertThat(priya.sees("//*[@data-secret-text]")).isFalse();

			auditWorks();
			new Tenant(sandbox).assertOneOfEach("Unseen", client.finish());
		}
	}

	private static void auditFails() {
		stored.jdbc().sql("alter table audit_event rename to audit_away").update();
	}

	private static void auditWorks() {
		stored.jdbc().sql("alter table audit_away rename to audit_event").update();
	}

	private static Visitor visitor() {
		return new Visitor(URI.create(portal.baseUrl())).signIn("Priya Raman");
	}

	private static Registering reviewed(Visitor visitor, String name) {
		return new Registering(visitor).basics(name, "FHIR")
			.authentication("SERVER")
			.secret("6")
			.consenting("user_impersonation");
	}

}
