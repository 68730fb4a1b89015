package health.admit.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import health.admit.support.Poll;
import health.admit.support.PortalProcess;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The disk takes nothing more, in the middle of a registration and before another. H2
 * closes itself then.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "fills the disk by prlimit")
class DiskFullJourneyTests {

	private static final String OUTAGE = "The portal's database does not answer";

	@TempDir
	Path data;

	@Test
	void nothingIsSentThatCannotBeRecordedAndEverythingGoesOnOnceThereIsRoom() throws Exception {
		try (SandboxServer sandbox = SandboxServer.start();
				PortalProcess portal = new PortalProcess(this.data, URI.create(sandbox.baseUrl()),
						"--admit.directory.write-deadline=5m")
					.start();
				Visitor priya = new Visitor(portal.address()).signIn("Priya Raman");
				Visitor other = new Visitor(portal.address()).signIn("Priya Raman")) {
			SandboxControls controls = new SandboxControls(sandbox);
			Registering waiting = reviewed(other, "Never started");
			String review = other.path();
			controls.fault("""
					{"rules":[{"kind":"DELAY","method":"POST","path":"/servicePrincipals$","delay":240000}]}""");
			Registering begun = reviewed(priya, "Interrupted").confirm();
			Poll.until("the second write is held", Duration.ofMinutes(1), controls::everyRuleHoldsOne);
			controls.clearRequests();

			filesMayGrowTo("0", portal);
			controls.clearFaults();
			other.press("Register the client");
			assertThat(other.status()).isEqualTo(503);
			assertThat(other.text()).contains(OUTAGE, "disk is full", "Reference");
			assertThat(priya.open("/applications").status()).isEqualTo(503);
			assertThat(priya.text()).contains(OUTAGE);

			filesMayGrowTo("unlimited", portal);
			Poll.until("the portal answers again", Duration.ofMinutes(1),
					() -> priya.open("/applications").status() == 200);
			Tenant tenant = new Tenant(sandbox);
			assertThat(controls.graphWrites()).extracting(Object::toString)
				.containsExactly("POST /v1.0/servicePrincipals 201");
			other.open(review);
			tenant.assertOneOfEach("Never started", waiting.confirm().finish());
			tenant.assertOneOfEach("Interrupted", begun.finish());
		}
	}

	private static Registering reviewed(Visitor visitor, String name) {
		return new Registering(visitor).basics(name, "FHIR")
			.authentication("SERVER")
			.secret("6")
			.consenting("user_impersonation");
	}

	/** Writing further than this into any file fails, as on a full disk. */
	private static void filesMayGrowTo(String bytes, PortalProcess portal) throws IOException, InterruptedException {
		Process limit = new ProcessBuilder("prlimit", "--pid", String.valueOf(portal.pid()),
				"--fsize=" + bytes + ":unlimited")
			.inheritIO()
			.start();
		assertThat(limit.waitFor()).isZero();
	}

}
