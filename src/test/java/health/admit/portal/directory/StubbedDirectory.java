package health.admit.portal.directory;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.OwnRegistration;
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

	final MeterRegistry meters = new SimpleMeterRegistry();

	int forgotten;

	private final Directory directory;

	StubbedDirectory(URI graph) {
		this(graph, Duration.ofSeconds(10));
	}

	StubbedDirectory(URI graph, Duration patience) {
		Cloud cloud = new Cloud(CloudName.SANDBOX, UUID.randomUUID(), URI.create("https://login.example"), graph,
				URI.create("https://arm.example"), URI.create("https://admin.example"));
		DirectoryProperties properties = new DirectoryProperties(Duration.ofSeconds(2), patience, patience, patience, 3,
				Duration.ofMillis(250), Duration.ofSeconds(3), Duration.ofSeconds(5));
		this.directory = new GraphDirectories(GraphClients.of(cloud, properties, this.meters), cloud, new FixedTokens(),
				new Backoff(3, Duration.ofMillis(250), Duration.ofSeconds(3), Duration.ofSeconds(5), () -> 0.5),
				this.pauses::add, Clock.fixed(NOW, ZoneOffset.UTC),
				new OwnObjects(new OwnRegistration(OWN_APP_ID),
						new OwnObjects.OwnApplication(OWN_APPLICATION, OWN_NAME), OWN_PRINCIPAL))
			.actingFor(new Delegation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
	}

	Directory directory() {
		return this.directory;
	}

	private final class FixedTokens implements DelegatedTokens {

		@Override
		public String graph(Delegation delegation, Set<DelegatedScope> scopes) {
			StubbedDirectory.this.asked.add(scopes);
			return "token" + StubbedDirectory.this.forgotten;
		}

		@Override
		public void forget(Delegation delegation) {
			StubbedDirectory.this.forgotten++;
		}

	}

}
