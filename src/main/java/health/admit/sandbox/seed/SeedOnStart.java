package health.admit.sandbox.seed;

import java.nio.file.Path;

import health.admit.sandbox.tenant.SavedState;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Plants the tenant before the first request can come, and brings back what was changed
 * since.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SeedProperties.class)
class SeedOnStart implements SmartInitializingSingleton {

	private final Seed seed;

	private final SeedProperties properties;

	private final SavedState state;

	private final Environment environment;

	SeedOnStart(Seed seed, SeedProperties properties, SavedState state, Environment environment) {
		this.seed = seed;
		this.properties = properties;
		this.state = state;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.seed.plant(this.properties.applications(), this.properties.dicom(), this.properties.credentials());
		if (this.properties.state().isEmpty()) {
			return;
		}
		Path file = Path.of(this.properties.state());
		if (this.environment.containsProperty("reset")) {
			this.state.forget(file);
		}
		this.state.resume(file);
	}

}
