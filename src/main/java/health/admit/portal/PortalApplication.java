package health.admit.portal;

import java.time.Clock;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/**
 * The portal: a servlet application whose modules are the packages beside this class.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Admit")
public class PortalApplication {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
