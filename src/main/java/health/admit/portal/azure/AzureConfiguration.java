package health.admit.portal.azure;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import health.admit.portal.cloud.Backoff;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.signin.DelegatedTokens;

/**
 * The gateway to Azure as a bean.
 */
@Configuration(proxyBeanMethods = false)
class AzureConfiguration {

	private final RandomGenerator jitter = new SecureRandom();

	@Bean
	SideBySide azureReads(AzureProperties properties) {
		return new SideBySide(properties.sideBySide(), properties.searchWithin());
	}

	@Bean
	Azures azures(Cloud cloud, DelegatedTokens tokens, AzureProperties properties, MeterRegistry meters, Clock clock,
			SideBySide azureReads) {
		Backoff backoff = new Backoff(properties.readTries(), properties.readBackoff(), properties.longestPause(),
				properties.triesWithin(), this.jitter::nextDouble);
		return new ArmAzures(ArmClient.of(cloud, properties, meters), tokens, backoff,
				(time) -> Thread.sleep(time.toMillis()), clock, new SubscriptionSearch(azureReads));
	}

}
