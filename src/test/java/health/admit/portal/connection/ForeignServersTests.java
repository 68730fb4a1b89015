package health.admit.portal.connection;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.cloud.HealthAddress;
import health.admit.portal.cloud.SecretValue;
import health.admit.portal.doctor.Cause;
import health.admit.sandbox.tenant.TenantDirectory;
import health.admit.support.SandboxServer;
import jakarta.servlet.Servlet;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The connection test against servers that others wrote, protected by the sandbox's
 * tokens.
 */
class ForeignServersTests {

	private static final UUID TENANT = UUID.fromString("5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10");

	/** The client that every sandbox has. */
	private static final UUID CLIENT = UUID.fromString("7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815");

	private static final String SECRET = "sandbox-automation~not-a-real-secret";

	private static final String FHIR = "https://fhir.azurehealthcareapis.com";

	private static final String DICOM = "https://dicom.healthcareapis.azure.com";

	private static SandboxServer sandbox;

	private final List<Report> reports = new ArrayList<>();

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void aHapiServerIsReadFrom() throws Exception {
		try (TokenFront front = front(FHIR, "/fhir/contoso-hapi", new HapiServer())) {
			front.allow(principal());
			Report report = run(front, "/fhir/contoso-hapi", SECRET);
			assertThat(report.phase()).as("%s", report).isEqualTo(Phase.PASSED);
			assertThat(report.step(Step.REACH).received()).contains(new Fact(Fact.Kind.FHIR_VERSION, "4.0.1"))
				.anySatisfy((fact) -> assertThat(fact.value()).startsWith("HAPI FHIR Server"));
			assertThat(JsonMapper.builder().build().writeValueAsString(this.reports)).doesNotContain("Canary", SECRET);
		}
	}

	@Test
	void aHapiServerThatDoesNotLetTheClientInIsExplained() throws Exception {
		try (TokenFront front = front(FHIR, "/fhir/contoso-hapi", new HapiServer())) {
			Report report = run(front, "/fhir/contoso-hapi", SECRET);
			assertThat(report.step(Step.ACCESS).trouble().text()).isEqualTo(Cause.ROLE_MISSING.happened());
			assertThat(report.step(Step.ACCESS).trouble().principal()).isEqualTo(principal().toString());
		}
	}

	@Test
	void aServerThatWantsAnAudienceNobodyKnowsIsExplainedByEntra() throws Exception {
		try (TokenFront front = front("https://nobody.contoso.example", "/fhir/contoso-hapi", new HapiServer())) {
			Report report = run(front, "/fhir/contoso-hapi", SECRET);
			assertThat(report.step(Step.TOKEN).trouble().code()).isEqualTo("AADSTS500011");
		}
	}

	@Test
	void anOrthancIsReadFrom() throws Exception {
		Path program = OrthancServer.program().orElse(null);
		if (program == null) {
			assertThat(System.getenv("CI")).as("Orthanc must be installed where CI=true").isNotEqualTo("true");
			Assumptions.abort("Orthanc is not installed: apt-get install orthanc orthanc-dicomweb");
		}
		try (OrthancServer orthanc = OrthancServer.start(program, this.folder, freePort());
				TokenFront front = front(DICOM, "/dicom/contoso-orthanc", orthanc.servlet())) {
			assertThat(run(front, "/dicom/contoso-orthanc", SECRET).step(Step.ACCESS).trouble().text())
				.isEqualTo(Cause.ROLE_MISSING.happened());
			front.allow(principal());
			Report report = run(front, "/dicom/contoso-orthanc", SECRET);
			assertThat(report.phase()).as("%s", report).isEqualTo(Phase.PASSED);
			assertThat(report.step(Step.ACCESS).received())
				.contains(new Fact(Fact.Kind.CONTENT_TYPE, "application/dicom+json"));
		}
	}

	private TokenFront front(String audience, String path, Servlet server) throws Exception {
		return new TokenFront(URI.create(sandbox.baseUrl()), TENANT, audience, path, server, this.folder);
	}

	/** Gives up at once, so that nothing is waited for. */
	private Report run(TokenFront front, String path, String secret) throws Exception {
		URI login = URI.create(sandbox.baseUrl());
		Cloud cloud = new Cloud(CloudName.SANDBOX, TENANT, login, login, front.origin(), login);
		Clock clock = Clock.systemUTC();
		TestPlan plan = new TestPlan((HealthAddress.Accepted) HealthAddress.of(cloud, front.origin() + path), CLIENT,
				Need.READ, null, null, null);
		Progress progress = new Progress(TestPlan.steps(false), clock, this.reports::add);
		Patience none = new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
		try (PinnedWire wire = new PinnedWire(InetAddress::getAllByName, InetAddress::isLoopbackAddress,
				DefaultSchemePortResolver.INSTANCE, Duration.ofSeconds(30))) {
			new ConnectionTest(wire, new EntraTokens(cloud, clock), none, cloud, clock).run(plan,
					new HeldCredential(new Credential.Secret(new SecretValue(secret))), (principal) -> false,
					(time) -> {
					}, progress);
		}
		return progress.report();
	}

	private static UUID principal() {
		return sandbox.bean(TenantDirectory.class).principal(CLIENT).orElseThrow().objectId();
	}

	private static int freePort() throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

}
