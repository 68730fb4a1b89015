package health.admit.portal.signin;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import com.nimbusds.jose.jwk.JWK;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.util.StringUtils;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.StartRefused;

/**
 * Who the portal is to Entra, from {@link SigninProperties}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigninProperties.class)
class SigninConfiguration {

	private static final Duration CONNECT = Duration.ofSeconds(5);

	private static final Duration READ = Duration.ofSeconds(15);

	@Bean
	PortalAddress portalAddress(SigninProperties properties) {
		URI url = required(properties.publicUrl(), "NO_PUBLIC_URL");
		PortalAddress address = new PortalAddress(URI.create(url.getScheme() + "://" + url.getRawAuthority()),
				properties.trustedHosts());
		if (!address.isSecure() && !address.isLoopback()) {
			throw new StartRefused("PUBLIC_URL_NOT_HTTPS", url);
		}
		return address;
	}

	@Bean
	OwnRegistration ownRegistration(SigninProperties properties) {
		return new OwnRegistration(clientId(properties));
	}

	@Bean
	ClientRegistration entra(Cloud cloud, SigninProperties properties, PortalAddress address) {
		boolean certificate = properties.certificate() != null;
		String secret = (properties.clientSecret() != null) ? properties.clientSecret() : "";
		if (certificate == StringUtils.hasText(secret)) {
			throw new StartRefused(certificate ? "TWO_PROOFS" : "NO_PROOF");
		}
		return EntraRegistration.of(cloud, clientId(properties), secret, certificate, address);
	}

	@Bean
	SessionLimits sessionLimits(SigninProperties properties) {
		return new SessionLimits(properties.idle(), properties.absolute());
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedAddressHeaders(Cloud cloud,
			PortalAddress address) {
		return (factory) -> factory.addEngineValves(new RefusedAddressHeaders(SecurityHeaders.writers(cloud, address)));
	}

	@Bean
	Sealer sealer(SigninProperties properties, Cloud cloud) {
		return new Sealer(SealingKey.load(properties.key(), properties.keyFile(), cloud.isSandbox()));
	}

	@Bean
	TokenEndpoint tokenEndpoint(ClientRegistration entra, Cloud cloud, SigninProperties properties, Clock clock) {
		Path certificate = properties.certificate();
		JWK key = (certificate != null) ? ClientKey.load(certificate, properties.certificatePassword()) : null;
		return new TokenEndpoint(entra, cloud, key, http(), clock);
	}

	@Bean
	JwtDecoderFactory<ClientRegistration> idTokens(Cloud cloud, Clock clock, ClientRegistration entra) {
		JwtDecoder decoder = IdTokens.decoder(entra, cloud.tenant(), http(), clock);
		return (registration) -> decoder;
	}

	@Bean
	LoginCookies loginCookies(ClientRegistration entra, PortalAddress address, Sealer sealer, Clock clock) {
		return new LoginCookies(entra, address, sealer, clock);
	}

	@Bean
	LoginRequests loginRequests(ClientRegistrationRepository registrations, Cloud cloud) {
		return new LoginRequests(registrations, cloud);
	}

	@Bean
	GrantRecorder grantRecorder(SessionContexts sessions, Grants grants, People people, TokenEndpoint endpoint,
			SessionLimits limits, Clock clock) {
		return new GrantRecorder(sessions, grants, people, endpoint, limits, clock);
	}

	@Bean
	SignInOutcome signInOutcome(SessionContexts sessions) {
		return new SignInOutcome(sessions);
	}

	@Bean
	StepUps stepUps(SessionContexts sessions, LoginRequests requests, LoginCookies cookies, Grants grants,
			Clock clock) {
		return new StepUps(sessions, requests, cookies, grants, clock);
	}

	@Bean
	ClientRegistrationRepository clientRegistrations(ClientRegistration entra) {
		return new InMemoryClientRegistrationRepository(entra);
	}

	private static ClientHttpRequestFactory http() {
		HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
		JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory(client);
		http.setReadTimeout(READ);
		return http;
	}

	private static UUID clientId(SigninProperties properties) {
		return required(properties.clientId(), "NO_CLIENT_ID");
	}

	private static <T> T required(@Nullable T value, String reason) {
		if (value == null) {
			throw new StartRefused(reason);
		}
		return value;
	}

}
