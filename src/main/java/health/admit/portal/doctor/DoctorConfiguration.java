package health.admit.portal.doctor;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DoctorConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> wipedBodies() {
		return (factory) -> factory.addEngineValves(new WipedBodies());
	}

}
