package health.admit.portal.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

	/**
	 * Behind the filter that writes the security headers, before the one that reads
	 * forms.
	 */
	@Bean
	Customizer<HttpSecurity> uploadLimit(@Value("${spring.servlet.multipart.max-request-size:128KB}") DataSize limit) {
		return (http) -> http.addFilterBefore(new UploadLimit(limit), CsrfFilter.class);
	}

}
