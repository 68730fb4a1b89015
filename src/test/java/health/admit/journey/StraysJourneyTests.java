package health.admit.journey;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import health.admit.support.DirectGraph;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A secret that no operation keeps is seen by the next reading and removed by a person.
 */
class StraysJourneyTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String NOTICE = "of the portal's own making";

	private static SandboxServer sandbox;

	private static PortalServer portal;

	private static DirectGraph graph;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		portal = PortalServer.start(sandbox, "admit.directory.write-deadline=5m");
		graph = new DirectGraph(sandbox);
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
	void aStrayIsSeenAndIsGoneAfterOneConfirmedClick() {
		try (Visitor priya = visitor("Priya Raman"); Visitor hana = visitor("Hana Sato")) {
			Registering client = reviewed(priya, "Night reader").confirm().finish();
			String application = client.id("Application object id");
			client.secretShownOnce();
			String kept = onlySecret(application);
			read(priya);
			assertThat(priya.open("/operations").text()).doesNotContain(NOTICE);
			assertThat(priya.open("/operations/strays").text()).contains("No stray secrets");

			String stray = graph.addSecret(application, "Night reader · admit:" + UUID.randomUUID() + ":1");
			String left = graph.addSecret(application,
					"Night reader · admit:" + client.operation().getPath().replaceFirst(".*/", "") + ":7");
			graph.addSecret(application, "typed by hand");
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
			assertThat(graph.secrets(application)).contains(kept, left).doesNotContain(stray).hasSize(3);
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
	void theSecretOfARunningOperationIsNotOfferedBeforeItHasEnded() {
		try (Visitor priya = visitor("Priya Raman"); Visitor amara = visitor("Amara Okafor")) {
			SandboxControls controls = new SandboxControls(sandbox);
			controls.fault("""
					{"rules":[{"kind":"DELAY","method":"POST","path":"/servicePrincipals$","delay":240000}]}""");
			Registering client = reviewed(priya, "Half done").confirm();
			Poll.until("the second write is held", Duration.ofMinutes(1), controls::everyRuleHoldsOne);
			String operation = client.operation().getPath().replaceFirst(".*/", "");
			String application = graph.application("uniqueName", "admit-" + operation);
			String early = graph.addSecret(application, "Half done · admit:" + operation + ":1");
			read(amara);
			assertThat(amara.open("/operations/strays").text()).doesNotContain(early);
			assertThat(amara.open("/operations/strays/" + application + "/" + early).path())
				.isEqualTo("/operations/strays");
			assertThat(amara.text()).contains("is no stray any more");
			assertThat(graph.secrets(application)).containsExactly(early);

			controls.clearFaults();
			client.finish();
			assertThat(amara.open("/operations/strays").text()).contains(early, "keeps another secret");
			amara.click("//a[contains(@href,'" + early + "')]").press("Remove this secret");
			finished(amara);
			assertThat(graph.secrets(application)).hasSize(1).doesNotContain(early);
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

	private static String onlySecret(String application) {
		assertThat(graph.secrets(application)).hasSize(1);
		return graph.secrets(application).get(0);
	}

}
