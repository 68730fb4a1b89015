package health.admit.portal.cloud;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The configured cloud as a bean.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CloudProperties.class)
class CloudConfiguration {

	@Bean
	Cloud cloud(CloudProperties properties) {
		return Clouds.configured(properties);
	}

}
