package health.admit.portal.web;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.PortalRole;
import health.admit.portal.signin.SessionLimits;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A server that shows every fragment on one page, in the frame of somebody signed in and
 * under a policy as strict as the portal's. It is no component, so that the portal does
 * not find it when tests start it.
 */
@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
		SessionAutoConfiguration.class, JdbcSessionAutoConfiguration.class, SecurityAutoConfiguration.class,
		UserDetailsServiceAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
		SecurityFilterAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class,
		OAuth2ClientAutoConfiguration.class, OAuth2ClientWebSecurityAutoConfiguration.class })
@Import({ AdmitDialect.class, Samples.class, ProblemPages.class, ProblemAdvice.class, HelpController.class,
		ThemeController.class })
class Gallery {

	static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	private static final UUID TENANT = UUID.fromString("5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10");

	static ConfigurableApplicationContext open() {
		return new SpringApplicationBuilder(Gallery.class).run("--server.port=0", "--spring.main.banner-mode=off",
				"--gallery=true");
	}

	@Bean
	Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	@Bean
	Cloud cloud() {
		URI origin = URI.create("http://localhost:8081");
		return new Cloud(CloudName.SANDBOX, TENANT, origin, origin, origin, origin);
	}

	@Bean
	CurrentOperator currentOperator() {
		return new CurrentOperator() {

			@Override
			public Operator operator() {
				return new Operator(TENANT, UUID.randomUUID(), "Ada \"><b>Registrar</b>", "ada@contosohealth.example",
						Set.of(PortalRole.REGISTRAR));
			}

			@Override
			public Delegation delegation() {
				throw new UnsupportedOperationException();
			}

			@Override
			public Instant sessionEnds() {
				return NOW.plus(Duration.ofDays(30_000));
			}

			@Override
			public void require(DelegatedScope... scopes) {
			}

		};
	}

	@Bean
	SessionLimits sessionLimits() {
		return new SessionLimits(Duration.ofMinutes(15), Duration.ofHours(8));
	}

	@Bean
	Filter signedInUnderAPolicy() {
		return new OncePerRequestFilter() {

			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				response.setHeader("Content-Security-Policy",
						"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
								+ "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
				chain.doFilter(new HttpServletRequestWrapper(request) {

					@Override
					public Principal getUserPrincipal() {
						return () -> "ada";
					}

				}, response);
			}

		};
	}

}
