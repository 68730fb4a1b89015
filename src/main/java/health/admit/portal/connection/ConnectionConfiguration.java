package health.admit.portal.connection;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;

import health.admit.portal.cloud.Cloud;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The ways out of the portal that a test takes.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
class ConnectionConfiguration {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	/**
	 * Services of the sandbox are on this machine; those of a real cloud never are, nor
	 * in the network around it.
	 */
	@Bean
	PinnedWire serviceWire(Cloud cloud) {
		return new PinnedWire(InetAddress::getAllByName,
				cloud.isSandbox() ? InetAddress::isLoopbackAddress : AddressRange::isPublic,
				DefaultSchemePortResolver.INSTANCE, LIMIT);
	}

	@Bean
	TokenService connectionTokens(Cloud cloud, Clock clock) {
		return new EntraTokens(cloud, clock);
	}

	@Bean
	Patience patience(ConnectionProperties properties) {
		return properties.patience();
	}

}
