package health.admit.portal.directory;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.Backoff;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.OwnRegistration;
import health.admit.portal.signin.PortalTokens;
import health.admit.portal.signin.StepUpRequired;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * The real gateway in front of a server of the test's choice, with virtual time.
 */
final class StubbedDirectory {

	static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	static final UUID OWN_APP_ID = UUID.randomUUID();

	static final UUID OWN_APPLICATION = UUID.randomUUID();

	static final String OWN_NAME = "the-portal";

	static final UUID OWN_PRINCIPAL = UUID.randomUUID();

	final List<Duration> pauses = new ArrayList<>();

	final List<Set<DelegatedScope>> asked = new ArrayList<>();

	/** What the operator has not granted. */
	final Set<DelegatedScope> withheld = EnumSet.noneOf(DelegatedScope.class);

	final MeterRegistry meters = new SimpleMeterRegistry();

	int forgotten;

	private final Directory directory;

	private final TenantScans scans;

	StubbedDirectory(URI graph) {
		this(graph, Duration.ofSeconds(10));
	}

	StubbedDirectory(URI graph, Duration patience) {
		Cloud cloud = new Cloud(CloudName.SANDBOX, UUID.randomUUID(), URI.create("https://login.example"), graph,
				URI.create("https://arm.example"), URI.create("https://admin.example"));
		DirectoryProperties properties = new DirectoryProperties(Duration.ofSeconds(2), patience, patience, patience, 3,
				Duration.ofMillis(250), Duration.ofSeconds(3), Duration.ofSeconds(5));
		GraphClients clients = GraphClients.of(cloud, properties, this.meters);
		Backoff backoff = new Backoff(3, Duration.ofMillis(250), Duration.ofSeconds(3), Duration.ofSeconds(5),
				() -> 0.5);
		Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
		this.scans = new GraphTenantScans(clients, cloud, new FixedTokens(), new OwnToken(), backoff, this.pauses::add,
				clock);
		this.directory = new GraphDirectories(clients, cloud, new FixedTokens(), backoff, this.pauses::add, clock,
				new OwnObjects(new OwnRegistration(OWN_APP_ID),
						new OwnObjects.OwnApplication(OWN_APPLICATION, OWN_NAME), OWN_PRINCIPAL))
			.actingFor(new Delegation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
	}

	Directory directory() {
		return this.directory;
	}

	TenantScan scan() {
		return this.scans.actingFor(new Delegation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
	}

	TenantScan scanAsPortal() {
		return this.scans.actingAsPortal();
	}

	private final class OwnToken implements PortalTokens {

		@Override
		public String graph() {
			return "own" + StubbedDirectory.this.forgotten;
		}

		@Override
		public void forget() {
			StubbedDirectory.this.forgotten++;
		}

	}

	private final class FixedTokens implements DelegatedTokens {

		@Override
		public String graph(Delegation delegation, Set<DelegatedScope> scopes) {
			StubbedDirectory.this.asked.add(scopes);
			if (scopes.stream().anyMatch(StubbedDirectory.this.withheld::contains)) {
				throw new StepUpRequired(scopes, null);
			}
			return "token" + StubbedDirectory.this.forgotten;
		}

		@Override
		public String resourceManager(Delegation delegation) {
			throw new IllegalStateException("The directory has no business with Azure");
		}

		@Override
		public void forget(Delegation delegation) {
			StubbedDirectory.this.forgotten++;
		}

	}

}
