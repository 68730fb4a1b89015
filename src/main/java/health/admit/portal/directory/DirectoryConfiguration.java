package health.admit.portal.directory;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.OwnRegistration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The gateway to Graph as a bean.
 */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

	@Bean
	Directories directories(Cloud cloud, DelegatedTokens tokens, DirectoryProperties properties, MeterRegistry meters,
			Clock clock, OwnRegistration own) {
		RandomGenerator jitter = new SecureRandom();
		Backoff backoff = new Backoff(properties.readTries(), properties.readBackoff(), properties.longestPause(),
				properties.triesWithin(), jitter::nextDouble);
		return new GraphDirectories(GraphClients.of(cloud, properties, meters), cloud, tokens, backoff,
				(time) -> Thread.sleep(time.toMillis()), clock, new OwnObjects(own));
	}

}
