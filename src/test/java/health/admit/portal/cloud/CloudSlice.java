package health.admit.portal.cloud;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The configured cloud for slices.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(CloudConfiguration.class)
public class CloudSlice {

}
