package health.admit.portal.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	/** Browsers ask for it wherever a page names no icon. */
	@Override
	public void addViewControllers(ViewControllerRegistry registry) {
		registry.addRedirectViewController("/favicon.ico", "/assets/favicon.ico");
	}

	/**
	 * Behind the filter that writes the security headers, before the one that reads
	 * forms.
	 */
	@Bean
	Customizer<HttpSecurity> uploadLimit(@Value("${spring.servlet.multipart.max-request-size:128KB}") DataSize limit) {
		return (http) -> http.addFilterBefore(new UploadLimit(limit), CsrfFilter.class);
	}

}
