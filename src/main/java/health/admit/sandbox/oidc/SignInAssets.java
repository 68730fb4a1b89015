package health.admit.sandbox.oidc;

import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The style sheet, the script and the icon of the sign-in pages.
 */
@Configuration(proxyBeanMethods = false)
class SignInAssets implements WebMvcConfigurer {

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/_sandbox/assets/**")
			.addResourceLocations("classpath:/sandbox/assets/")
			.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
	}

	/** Browsers ask for it wherever a page names no icon. */
	@Override
	public void addViewControllers(ViewControllerRegistry registry) {
		registry.addRedirectViewController("/favicon.ico", "/_sandbox/assets/sandbox.svg");
	}

}
