package health.admit.journey;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import health.admit.journey.StruckPortals.Batch;
import health.admit.journey.StruckPortals.Cell;
import health.admit.journey.StruckPortals.Node;
import health.admit.support.Poll;
import health.admit.support.PortalProcess;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Portals that are killed, or paused and continued, while they carry out registrations.
 * The seed decides where: {@code -Dadmit.seed=n} repeats it. There are more of these in
 * {@link StruckPortalsCampaignTests}.
 */
class StruckPortalsTests {

	private static final int AT_ONE_BLOW = 10;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final long seed = Long.getLong("admit.seed", StruckPortals.anySeed());

	@TempDir
	private Path folder;

	@Test
	void everyRegistrationIsFinishedOnceAndWhole() {
		try (StruckPortals portals = new StruckPortals(this.folder, 2, this.seed)) {
			Node first = portals.node(0);
			Node second = portals.node(1);
			Batch killed = portals.arrange(first, some(portals));
			portals.kill(killed);
			portals.endLeases(killed);
			CompletableFuture<Void> started = CompletableFuture.runAsync(first::start);
			Batch paused = portals.arrange(second, some(portals));
			started.join();
			portals.pause(paused);
			// The first portal waits for a minute now, until the leases have run out.
			killedOnTheEmbeddedDatabase();
			portals.awaitTakenOver(paused);
			portals.goOn(paused);
			assertThat(portals.finish(second)).isEmpty();
		}
	}

	/** Steps that settle take a minute each, more than there is here. */
	private static List<Cell> some(StruckPortals portals) {
		return StruckPortals.atOneBlow(portals.cells().stream().filter((cell) -> !cell.step().settles()).toList(),
				AT_ONE_BLOW);
	}

	/** What the embedded database calls committed is on disk. */
	private void killedOnTheEmbeddedDatabase() {
		Path data = this.folder.resolve("embedded");
		data.toFile().mkdirs();
		try (SandboxServer sandbox = SandboxServer.start();
				PortalProcess portal = new PortalProcess(data, URI.create(sandbox.baseUrl()),
						"--admit.directory.write-deadline=5m")
					.start();
				Visitor priya = new Visitor(portal.address()).signIn("Priya Raman")) {
			SandboxControls controls = new SandboxControls(sandbox);
			Map<String, Registering> begun = new LinkedHashMap<>();
			for (String path : List.of("/applications\\\\(", "/servicePrincipals$", "/owners/")) {
				String name = "Killed at " + path.replaceAll("[^A-Za-z]", "");
				controls
					.fault("{\"rules\":[{\"kind\":\"DROP_AFTER\",\"path\":\"%s\",\"delay\":240000}]}".formatted(path));
				begun.put(name,
						new Registering(priya).basics(name, "FHIR")
							.authentication("SERVER")
							.secret("6")
							.consenting("user_impersonation")
							.confirm());
				Poll.until(name + " is held", PATIENCE, controls::everyRuleHoldsOne);
			}
			portal.kill();
			controls.clearFaults();
			portal.start();
			Tenant tenant = new Tenant(sandbox);
			begun.forEach((name, registering) -> tenant.assertOneOfEach(name, registering.finish()));
		}
	}

}
