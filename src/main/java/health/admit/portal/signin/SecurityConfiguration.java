package health.admit.portal.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import health.admit.portal.cloud.Cloud;

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
	SecurityFilterChain portal(HttpSecurity http, SessionContexts sessions, Refusals refusals, SignOut signOut,
			EntraLogin login) {
		return http.headers(AbstractHttpConfigurer::disable)
			.securityContext((context) -> context.securityContextRepository(sessions))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.csrf((csrf) -> csrf.csrfTokenRepository(new SessionCsrfTokens()))
			.addFilterBefore(new FetchSites(refusals), CsrfFilter.class)
			.authorizeHttpRequests(SecurityConfiguration::authorize)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.oauth2Login(login)
			.logout((logout) -> logout.logoutUrl("/signout").addLogoutHandler(signOut).logoutSuccessHandler(signOut))
			.build();
	}

	@Bean
	SessionContexts sessionContexts(Grants grants, SessionLimits limits, Clock clock) {
		return new SessionContexts(grants, limits, clock);
	}

	@Bean
	Refusals refusals(SessionContexts sessions, FormPages pages) {
		return new Refusals(sessions, pages);
	}

	@Bean
	SignOut signOut(SessionContexts sessions, ClientRegistration entra, PortalAddress address) {
		return new SignOut(sessions, entra, address);
	}

	/**
	 * Comes before all other filters, so that their refusals carry the headers too.
	 */
	@Bean
	FilterRegistrationBean<SecurityHeaders> securityHeaders(Cloud cloud, PortalAddress address) {
		FilterRegistrationBean<SecurityHeaders> registration = new FilterRegistrationBean<>(
				new SecurityHeaders(cloud, address));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/**
	 * Refuses requests that name another host, and addresses written to deceive.
	 */
	@Bean
	StrictHttpFirewall firewall(PortalAddress address) {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedHostnames(address::answersTo);
		return firewall;
	}

	/**
	 * Answers without an error page: that would be a request to the same wrong host.
	 */
	@Bean
	RequestRejectedHandler rejection() {
		return (request, response, exception) -> {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			response.setContentType(MediaType.TEXT_PLAIN_VALUE);
			response.setCharacterEncoding(StandardCharsets.UTF_8.name());
			response.getWriter().print("Bad request");
		};
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
