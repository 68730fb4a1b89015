package health.admit.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.Poll;
import health.admit.support.PortalProcess;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxControls.Exchange;
import health.admit.support.SandboxProcess;
import health.admit.support.TestDatabase;
import health.admit.support.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The first full pass over a very large tenant: requests, live heap, and time as a ratio
 * to the time of fetching the same pages and throwing them away, and for each page.
 * Sandbox and portal run in processes of their own, the portal with 512 MB of heap.
 */
@Tag("benchmark")
@OnEachDatabase
class FullPassBenchmarkTests {

	private static final Duration PATIENCE = Duration.ofMinutes(20);

	/** Each look costs the portal a little of what is measured. */
	private static final Duration LOOK = Duration.ofSeconds(2);

	private static final long MOST_REQUESTS = 105;

	private static final long MOST_MEGABYTES = 200;

	private final JsonMapper json = JsonMapper.builder().build();

	private final List<String> table = new ArrayList<>(List
		.of("database,applications,credentials,list requests,seconds,seconds of a bare client,ratio,milliseconds a page,"
				+ "live heap before MB,most live heap MB"));

	private final Database kind;

	@TempDir
	private Path folder;

	FullPassBenchmarkTests(Database kind) {
		assumeTrue(System.getProperty("database", kind.name()).equals(kind.name()));
		this.kind = kind;
	}

	@Test
	void aVeryLargeTenantIsReadWithFewRequests() throws IOException {
		Pass quick = run("quick", 100_000, false);
		report("full-pass");
		assertThat(quick.requests()).isBetween(100L, MOST_REQUESTS);
		assertThat(quick.credentials()).isBetween(240_000L, 280_000L);
	}

	@Test
	void aVeryLargeTenantIsReadWithLittleMemory() throws IOException {
		Pass weighed = run("weighed", 100_000, true);
		Pass outermost = run("outermost", 300_000, true);
		report("full-pass-heap");
		assertThat(weighed.added()).isLessThanOrEqualTo(MOST_MEGABYTES);
		assertThat(outermost.applications()).isGreaterThanOrEqualTo(300_000);
	}

	private void report(String name) throws IOException {
		Files.write(Files.createDirectories(Path.of("target", "benchmarks")).resolve(name + "-" + this.kind + ".csv"),
				this.table);
		this.table.forEach(System.out::println);
	}

	private Pass run(String name, int applications, boolean weigh) throws IOException {
		Path data = Files.createDirectories(this.folder.resolve(name));
		try (SandboxProcess sandbox = SandboxProcess.start(data, "applications=" + applications,
				"credentials=" + applications * 5L / 2, "key-credential-requests=0");
				PortalProcess portal = new PortalProcess(data, sandbox.address(), database()).options("-Xmx512m")) {
			SandboxControls controls = new SandboxControls(sandbox.address());
			portal.start();
			try (Visitor tom = new Visitor(portal.address()).signIn("Tom Fletcher")) {
				HeapOf heap = new HeapOf(portal.pid());
				long before = weigh ? heap.megabytes() : 0;
				controls.clearRequests();
				long began = Clock.systemUTC().millis();
				tom.open("/expiry");
				long most = untilComplete(tom, weigh ? heap : null);
				long took = Clock.systemUTC().millis() - began;
				List<Exchange> lists = controls.graphExchanges()
					.stream()
					.filter((exchange) -> exchange.path().contains("/applications"))
					.toList();
				JsonNode index = index(tom);
				long bare = weigh ? 0 : bare(sandbox.address(), lists);
				Pass pass = new Pass(index.path("applications").asLong(), index.path("credentials").asLong(),
						lists.size(), took, bare, before, most);
				this.table.add(this.kind + "," + pass.line());
				return pass;
			}
		}
	}

	/** H2 keeps its file where the portal keeps everything. */
	private String[] database() {
		if (this.kind == Database.H2) {
			return new String[0];
		}
		TestDatabase database = this.kind.fresh();
		return new String[] { "--spring.datasource.url=" + database.url(),
				"--spring.datasource.username=" + database.username(),
				"--spring.datasource.password=" + database.password() };
	}

	/** The best of three, after the sandbox has warmed up with the portal's pass. */
	private static long bare(URI sandbox, List<Exchange> lists) {
		Exchange first = lists.stream()
			.filter((exchange) -> exchange.path().endsWith("/applications") && !exchange.query().contains("skiptoken"))
			.findFirst()
			.orElseThrow();
		BareReader reader = new BareReader(sandbox);
		String address = first.path() + "?" + first.query();
		return Math.min(reader.milliseconds(address),
				Math.min(reader.milliseconds(address), reader.milliseconds(address)));
	}

	private long untilComplete(Visitor tom, HeapOf heap) {
		long[] most = { 0 };
		Poll.until("the index is complete", PATIENCE, LOOK, () -> {
			if (heap != null) {
				most[0] = Math.max(most[0], heap.megabytes());
			}
			JsonNode index = index(tom);
			assertThat(index.path("trouble").isObject()).as("%s", index).isFalse();
			return index.path("completeness").asString("").equals("complete");
		});
		return most[0];
	}

	private JsonNode index(Visitor tom) {
		return this.json.readTree(tom.open("/api/index").text());
	}

	private record Pass(long applications, long credentials, long requests, long took, long bare, long before,
			long most) {

		long added() {
			return this.most - this.before;
		}

		String line() {
			return this.applications + "," + this.credentials + "," + this.requests + "," + this.took / 1000.0 + ","
					+ this.bare / 1000.0 + ","
					+ ((this.bare == 0) ? "" : Math.round(100.0 * this.took / this.bare) / 100.0) + ","
					+ this.took / this.requests + "," + this.before + "," + this.most;
		}

	}

}
