package health.admit.portal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/**
 * The portal: a servlet application whose modules are the packages beside this class.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Admit")
public class PortalApplication {

}
