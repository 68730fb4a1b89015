package health.admit.portal.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The filter chain: everything is denied but what {@link RoutePolicy} allows.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	static RoleHierarchy roleHierarchy() {
		return RoleHierarchyImpl.withDefaultRolePrefix()
			.role(PortalRole.REGISTRAR.name())
			.implies(PortalRole.HELP_DESK.name())
			.build();
	}

	@Bean
	SecurityFilterChain portal(HttpSecurity http) {
		return http.authorizeHttpRequests(SecurityConfiguration::authorize)
			.oauth2Login((login) -> login.loginPage("/signin"))
			.build();
	}

	private static void authorize(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		for (Route route : RoutePolicy.routes()) {
			for (HttpMethod method : route.methods()) {
				allow(requests.requestMatchers(
						PathPatternRequestMatcher.withDefaults().matcher(method, route.pattern())), route.access());
			}
		}
		requests.anyRequest().denyAll();
	}

	private static void allow(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizedUrl url, Access access) {
		switch (access) {
			case EVERYBODY -> url.permitAll();
			case SIGNED_IN -> url.authenticated();
			case ANY_ROLE -> url.hasAnyAuthority(PortalRole.REGISTRAR.authority(), PortalRole.HELP_DESK.authority(),
					PortalRole.AUDITOR.authority());
			case REGISTRAR -> url.hasAuthority(PortalRole.REGISTRAR.authority());
			case HELP_DESK -> url.hasAuthority(PortalRole.HELP_DESK.authority());
			case AUDITOR -> url.hasAuthority(PortalRole.AUDITOR.authority());
		}
	}

}
