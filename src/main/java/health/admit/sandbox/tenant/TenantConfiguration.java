package health.admit.sandbox.tenant;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TenantConfiguration {

	@Bean
	AdjustableClock clock() {
		return new AdjustableClock(Clock.systemUTC());
	}

	@Bean
	Organisation organisation() {
		return Organisation.CONTOSO_HEALTH;
	}

	@Bean
	Catalogue catalogue() {
		return new Catalogue();
	}

	@Bean
	Store store(Clock clock, Lag lag) {
		return new Store(clock, lag);
	}

}
