package health.admit.journey;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.Poll;
import health.admit.support.PortalProcess;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxControls.Exchange;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The portal is killed as a power cut would do it while it reads a tenant for the first
 * time. It goes on where it was.
 */
class InventoryCrashJourneyTests {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final int APPLICATIONS = 4000;

	private static final int PAGE = 999;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@TempDir
	private Path data;

	@Test
	void theReadingGoesOnAtThePageThatWasNotWritten() {
		try (SandboxServer sandbox = SandboxServer.start("applications=" + APPLICATIONS);
				PortalProcess portal = new PortalProcess(this.data, URI.create(sandbox.baseUrl()))) {
			SandboxControls controls = new SandboxControls(sandbox);
			controls
				.fault("""
						{"rules":[{"kind":"DELAY","path":"^/v1.0/applications$","query":"skiptoken","skip":1,"delay":240000}]}""");
			portal.start();
			try (Visitor priya = new Visitor(portal.address()).signIn("Priya Raman")) {
				priya.open("/expiry");
				Poll.until("the third page is held and the second written", PATIENCE,
						() -> controls.everyRuleHoldsOne() && index(priya).path("applications").asLong() == 2 * PAGE);
				assertThat(index(priya).path("completeness").asString()).isEqualTo("first-pass");
				assertThat(index(priya).path("complete").asBoolean()).isFalse();
			}
			List<String> before = pages(controls);

			portal.kill();
			controls.clearFaults();
			controls.clearRequests();
			portal.start();
			try (Visitor priya = new Visitor(portal.address()).signIn("Priya Raman")) {
				assertThat(index(priya).path("complete").asBoolean()).isFalse();
				priya.open("/expiry");
				Poll.until("everything is read", PATIENCE, () -> index(priya).path("complete").asBoolean());

				List<Item> live = live(sandbox);
				int all = (live.size() + PAGE - 1) / PAGE;
				assertThat(pages(controls)).hasSize(all - 2).doesNotContainAnyElementsOf(before.subList(0, 2));
				assertThat(index(priya).path("applications").asLong()).isEqualTo(live.size());
				assertThat(rows(priya)).isEqualTo(expected(live));
			}
		}
	}

	/** The pages of the list of applications that were asked for, by their tokens. */
	private static List<String> pages(SandboxControls controls) {
		return controls.graphExchanges()
			.stream()
			.filter((sent) -> sent.path().equals("/v1.0/applications"))
			.filter((sent) -> sent.query().contains("passwordCredentials") || sent.query().contains("skiptoken"))
			.map(Exchange::query)
			.toList();
	}

	private static JsonNode index(Visitor visitor) {
		visitor.open("/api/index");
		return JSON.readTree(visitor.bytes());
	}

	/** All that the API tells, page by page. */
	private static List<String> rows(Visitor visitor) {
		List<String> rows = new ArrayList<>();
		String from = "";
		do {
			visitor.open("/api/credentials?size=500" + from);
			JsonNode page = JSON.readTree(visitor.bytes());
			assertThat(page.path("index").path("complete").asBoolean()).isTrue();
			page.path("items")
				.forEach((row) -> rows.add(row.path("objectId").asString() + " " + row.path("appId").asString() + " "
						+ row.path("kind").asString() + " " + row.path("keyId").asString() + " "
						+ (row.path("ends").isNull() ? "" : row.path("ends").asString())));
			from = page.path("next").isNull() ? "" : "&from=" + page.path("next").asString();
		}
		while (!from.isEmpty());
		return rows.stream().sorted().toList();
	}

	private static List<String> expected(List<Item> live) {
		List<String> rows = new ArrayList<>();
		for (Item item : live) {
			ObjectNode json = item.json();
			String application = item.id() + " " + item.appId() + " ";
			Json.objects(json, "passwordCredentials")
				.forEach((each) -> rows.add(application + "secret " + Json.text(each, "keyId") + " " + end(each)));
			Json.objects(json, "keyCredentials")
				.forEach((each) -> rows.add(application + "certificate " + Json.text(each, "keyId") + " " + end(each)));
			Json.objects(json, "_federatedIdentityCredentials")
				.forEach((each) -> rows.add(application + "federated " + Json.text(each, "id") + " "));
		}
		assertThat(new TreeSet<>(rows)).hasSameSizeAs(rows);
		return rows.stream().sorted().toList();
	}

	private static String end(ObjectNode credential) {
		return Instant.parse(Json.text(credential, "endDateTime")).truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private static List<Item> live(SandboxServer sandbox) {
		return sandbox.bean(Store.class)
			.all(Kind.APPLICATION, Copy.MASTER)
			.stream()
			.filter((item) -> !item.deleted())
			.toList();
	}

}
