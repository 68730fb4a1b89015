package health.admit.sandbox.seed;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Plants the tenant before the first request can come.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SeedProperties.class)
class SeedOnStart implements SmartInitializingSingleton {

	private final Seed seed;

	private final SeedProperties properties;

	SeedOnStart(Seed seed, SeedProperties properties) {
		this.seed = seed;
		this.properties = properties;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.seed.plant(this.properties.applications(), this.properties.dicom());
	}

}
