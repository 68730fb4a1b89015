package health.admit.journey;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import health.admit.support.Poll;
import health.admit.support.PortalProcess;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The portal is killed as a power cut would do it, at every write of a registration:
 * before the write is carried out, and after it but before the answer. Each cut hits
 * several registrations, each at another write.
 */
class CrashJourneyTests {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@TempDir
	static Path data;

	private static SandboxServer sandbox;

	private static SandboxControls controls;

	private static PortalProcess portal;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		controls = new SandboxControls(sandbox);
		portal = new PortalProcess(data, URI.create(sandbox.baseUrl()), "--admit.directory.write-deadline=5m").start();
	}

	@AfterAll
	static void stop() {
		portal.close();
		controls.clearFaults();
		sandbox.close();
	}

	@Test
	void whereverThePortalIsKilledItFinishesWithOneOfEach() {
		try (Visitor priya = new Visitor(portal.address()).signIn("Priya Raman")) {
			Map<String, Registering> begun = new LinkedHashMap<>();
			begun.put("Whole", confirmed(priya, "Whole").finish());
			List<Write> writes = writes(journal(priya, begun.get("Whole")));
			assertThat(writes).extracting(Write::step)
				.containsExactly("application.create", "servicePrincipal.create", "owner.add", "consent.grant",
						"secret.create");
			// A secret that was cut settles for a minute, in which the second round
			// passes.
			for (List<Write> round : List.of(writes.subList(3, 5), writes.subList(0, 3))) {
				for (Write write : round) {
					for (String cut : List.of("DROP", "DROP_AFTER")) {
						String name = "Killed, " + write.step() + ", " + cut;
						hold(write, cut);
						begun.put(name, confirmed(priya, name));
						Poll.until(name + " is held", PATIENCE, controls::everyRuleHoldsOne);
					}
				}
				portal.kill();
				controls.clearFaults();
				portal.start();
				begun.values().forEach((registering) -> awaitSecret(priya, registering));
			}
			Tenant tenant = new Tenant(sandbox);
			begun.forEach((name, registering) -> tenant.assertOneOfEach(name, registering.finish()));
		}
	}

	private static Registering confirmed(Visitor visitor, String name) {
		return new Registering(visitor).basics(name, "FHIR")
			.authentication("SERVER")
			.secret("6")
			.consenting("user_impersonation")
			.confirm();
	}

	/** From here on nothing is sent but what removes leftovers. */
	private static void awaitSecret(Visitor visitor, Registering registering) {
		Poll.until(registering.operation() + " has its secret", PATIENCE,
				() -> journal(visitor, registering).path("facts").has("secretKeyId"));
	}

	private static void hold(Write write, String kind) {
		controls.fault(JSON.writeValueAsString(Map.of("rules",
				List.of(Map.of("kind", kind, "method", write.method(), "path", write.path(), "delay", 240_000)))));
	}

	private static JsonNode journal(Visitor visitor, Registering registering) {
		visitor.open(registering.operation().getPath() + "/journal.json");
		return JSON.readTree(visitor.bytes());
	}

	/** The request that each step sent, in order, found by the id in the journal. */
	private static List<Write> writes(JsonNode journal) {
		List<Write> writes = new ArrayList<>();
		for (JsonNode event : journal.path("journal")) {
			if (event.path("kind").asString().equals("INTENT")) {
				String step = journal.path("plan")
					.path("steps")
					.get(event.path("position").asInt())
					.path("kind")
					.asString();
				controls.graphExchanges()
					.stream()
					.filter((sent) -> sent.clientRequestId().equals(event.path("clientRequestId").asString()))
					.map((sent) -> new Write(step, sent.method(), anyObject(sent.path())))
					.forEach(writes::add);
			}
		}
		return writes;
	}

	/** A pattern for the same request about any other object. */
	private static String anyObject(String path) {
		return "^" + path.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
			.replaceAll("[^A-Za-z0-9/_=]", ".")
			.replace("ID", "[0-9a-f-]{36}") + "$";
	}

	/**
	 * What a step sends.
	 *
	 * @param step kind of the step
	 * @param path pattern of the path
	 */
	private record Write(String step, String method, String path) {
	}

}
