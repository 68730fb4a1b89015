package health.admit.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import health.admit.sandbox.seed.Seed;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much heap a large tenant takes, beyond that of a small one.
 */
@Tag("benchmark")
class SandboxHeapTests {

	private static final long MEGABYTE = 1024 * 1024;

	@Test
	void hundredThousandApplicationsFitIntoAQuarterOfAGigabyte() throws Exception {
		try (SandboxServer sandbox = SandboxServer.start("applications=0")) {
			StringBuilder table = new StringBuilder("applications,service principals,heap MB,seconds to plant\n");
			long empty = used();
			long hundredThousand = 0;
			for (int applications : new int[] { 1_000, 10_000, 100_000, 300_000 }) {
				long began = Clock.systemUTC().millis();
				sandbox.bean(Seed.class).plant(applications, true);
				long took = Clock.systemUTC().millis() - began;
				long heap = (used() - empty) / MEGABYTE;
				hundredThousand = (applications == 100_000) ? heap : hundredThousand;
				table.append(applications)
					.append(',')
					.append(sandbox.bean(Store.class).size(Kind.SERVICE_PRINCIPAL))
					.append(',')
					.append(heap)
					.append(',')
					.append(took / 1000.0)
					.append('\n');
			}
			Path folder = Files.createDirectories(Path.of("target", "benchmarks"));
			Files.writeString(folder.resolve("sandbox-heap.csv"), table);
			assertThat(hundredThousand).isBetween(1L, 250L);
		}
	}

	private static long used() {
		Runtime runtime = Runtime.getRuntime();
		for (int i = 0; i < 4; i++) {
			runtime.gc();
		}
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
