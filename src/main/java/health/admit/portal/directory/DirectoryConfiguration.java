package health.admit.portal.directory;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

import health.admit.portal.cloud.Backoff;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.Waiter;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.OwnRegistration;
import health.admit.portal.signin.PortalTokens;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The gateway to Graph as a bean.
 */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

	private final RandomGenerator jitter = new SecureRandom();

	@Bean
	GraphClients graphClients(Cloud cloud, DirectoryProperties properties, MeterRegistry meters) {
		return GraphClients.of(cloud, properties, meters);
	}

	@Bean
	Directories directories(GraphClients clients, Cloud cloud, DelegatedTokens tokens, DirectoryProperties properties,
			Clock clock, OwnRegistration own) {
		return new GraphDirectories(clients, cloud, tokens, backoff(properties), waiter(), clock, new OwnObjects(own));
	}

	@Bean
	TenantScans tenantScans(GraphClients clients, Cloud cloud, DelegatedTokens tokens, PortalTokens portal,
			DirectoryProperties properties, Clock clock) {
		return new GraphTenantScans(clients, cloud, tokens, portal, backoff(properties), waiter(), clock);
	}

	private Backoff backoff(DirectoryProperties properties) {
		return new Backoff(properties.readTries(), properties.readBackoff(), properties.longestPause(),
				properties.triesWithin(), this.jitter::nextDouble);
	}

	private static Waiter waiter() {
		return (time) -> Thread.sleep(time.toMillis());
	}

}
