package health.admit.portal.kits;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.cloud.HealthApi;
import health.admit.support.SandboxServer;
import health.admit.support.TlsFront;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of a downloaded kit, run as they are over TLS against the sandbox: nothing is
 * changed, but the tools are told by their usual variables to trust the authority.
 */
class TlsRunTests {

	private static final UUID TENANT = UUID.fromString("5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10");

	/** The client that every sandbox has, and may read. */
	private static final UUID CLIENT = UUID.fromString("7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815");

	private static final String SECRET = "sandbox-automation~not-a-real-secret";

	private static final Map<String, String> NO_TRUST = Map.of();

	private static SandboxServer sandbox;

	private static TlsFront front;

	@TempDir
	static Path folder;

	private static Map<String, String> trust;

	private static Path kit;

	@BeforeAll
	static void download() {
		sandbox = SandboxServer.start();
		front = TlsFront.before(URI.create(sandbox.baseUrl()));
		trust = front.trustedFrom(folder);
		kit = TestKits.unpacked(folder.resolve("kit"), client(front.origin()), SECRET);
	}

	@AfterAll
	static void stop() {
		front.close();
		sandbox.close();
	}

	@Test
	void bashReadsOnlyFromWhomItTrusts() {
		readsOnlyFromWhomItTrusts(List.of("bash", "probe.sh"));
	}

	@Test
	void pythonReadsOnlyFromWhomItTrusts() {
		readsOnlyFromWhomItTrusts(List.of("python3", "probe.py"));
	}

	@Test
	@EnabledIf(value = "health.admit.portal.kits.NodeTools#present",
			disabledReason = "newman is not in target/kit-tools: .ci/run installs it there")
	void newmanReads() {
		Terminal.Result result = NodeTools.newman(kit, trust, "fhir");
		assertThat(result.exit()).as(result.out() + result.said()).isZero();
	}

	@Test
	@EnabledIf(value = "health.admit.portal.kits.NodeTools#present",
			disabledReason = "httpYac is not in target/kit-tools: .ci/run installs it there")
	void httpYacReads() {
		Terminal.Result result = NodeTools.httpyac(kit, trust, "fhir.http");
		assertThat(result.exit()).as(result.out() + result.said()).isZero();
		assertThat(result.out()).containsPattern("/Patient\\?_summary=count\\s+=> 200 ");
	}

	private static void readsOnlyFromWhomItTrusts(List<String> command) {
		Terminal.Result without = Terminal.run(kit, NO_TRUST, command);
		assertThat(without.exit()).isEqualTo(1);
		assertThat(without.said()).contains("gave no token").doesNotContain(SECRET);
		Terminal.Result result = Terminal.run(kit, trust, command);
		assertThat(result.exit()).as(result.said()).isZero();
		assertThat(result.said()).contains("https://localhost:", "It answered with 200: reading works.");
	}

	private static KitClient client(URI origin) {
		String service = origin + "/fhir/contosohealth-clinical";
		return new KitClient(new Cloud(CloudName.SANDBOX, TENANT, origin, origin, origin, origin),
				"Contoso nightly export", KitRemarks.NONE, CLIENT, UUID.randomUUID(), null, null, "AzureADMyOrg",
				SignInKind.APP_WITH_SECRET, false, List.of(), null, null, List.of(),
				List.of(new KitService(HealthApi.FHIR, "clinical", URI.create(service), service, "user_impersonation",
						null, null)),
				List.of());
	}

}
