package health.admit.journey;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import health.admit.support.Poll;
import health.admit.support.PortalProcess;
import health.admit.support.SandboxServer;
import health.admit.support.TokenRequests;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The portal is killed as a power cut would do it, at every write of a registration:
 * while the write is on its way, and when it is carried out but not answered yet. One cut
 * hits one registration per write.
 */
class CrashJourneyTests {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	@TempDir
	static Path data;

	private static SandboxServer sandbox;

	private static TenantCheck tenant;

	private static PortalProcess portal;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		tenant = new TenantCheck(sandbox);
		portal = new PortalProcess(data, URI.create(sandbox.baseUrl()), "--admit.directory.write-deadline=5m").start();
	}

	@AfterAll
	static void stop() {
		portal.close();
		tenant.heal();
		sandbox.close();
	}

	@Test
	void everyRegistrationIsFinishedWithOneOfEach() {
		try (Visitor priya = new Visitor(portal.address())) {
			priya.signIn("Priya");
			List<Interrupted> begun = new ArrayList<>();
			Interrupted whole = new Interrupted(priya, "Whole");
			whole.confirm().awaitEnd(PATIENCE);
			List<TenantCheck.Write> writes = tenant.writesOf(whole.journal());
			assertThat(writes).extracting(TenantCheck.Write::step)
				.containsExactly("application.create", "servicePrincipal.create", "owner.add", "consent.grant",
						"secret.create");
			begun.add(whole);
			for (TenantCheck.Moment moment : TenantCheck.Moment.values()) {
				for (TenantCheck.Write write : writes) {
					Interrupted next = new Interrupted(priya, write.step() + " " + moment);
					tenant.hold(write, moment);
					next.confirm();
					Poll.until(next.name() + " is held", PATIENCE, tenant::holdsAll);
					begun.add(next);
				}
				portal.kill();
				tenant.heal();
				portal.start();
				begun.forEach((registration) -> registration.awaitOnlySettling(PATIENCE));
			}
			TokenRequests tokens = tenant.tokens();
			for (Interrupted registration : begun) {
				registration.awaitEnd(PATIENCE);
				String secret = registration.secret();
				tenant.assertOneOfEach(registration.name(), registration.appId());
				assertThat(tokens.withSecret(registration.appId(), secret, "https://graph.microsoft.com/.default"))
					.as(registration.name())
					.containsKey("access_token");
			}
			assertThat(priya.text()).doesNotContain("Sign in");
		}
	}

}
