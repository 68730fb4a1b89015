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
		URI url = required(properties.publicUrl(), "public-url",
				"the address people type, such as https://admit.example.org");
		PortalAddress address = new PortalAddress(URI.create(url.getScheme() + "://" + url.getRawAuthority()),
				properties.trustedHosts());
		if (!address.isSecure() && !address.isLoopback()) {
			throw new IllegalStateException("admit.signin.public-url must be https: " + url
					+ ". Session cookies and tokens would travel in clear text");
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
			throw new IllegalStateException(
					"Set either admit.signin.client-secret or admit.signin.certificate, so that the portal can prove to Entra who it is");
		}
		return EntraRegistration.of(cloud, clientId(properties), secret, certificate, address);
	}

	@Bean
	SessionLimits sessionLimits(SigninProperties properties) {
		return new SessionLimits(properties.idle(), properties.absolute());
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
	LoginRequests loginRequests(ClientRegistrationRepository registrations) {
		return new LoginRequests(registrations);
	}

	@Bean
	GrantRecorder grantRecorder(SessionContexts sessions, Grants grants, TokenEndpoint endpoint, SessionLimits limits,
			Clock clock) {
		return new GrantRecorder(sessions, grants, endpoint, limits, clock);
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
		return required(properties.clientId(), "client-id", "the client id of the portal's own registration");
	}

	private static <T> T required(@Nullable T value, String key, String meaning) {
		if (value == null) {
			throw new IllegalStateException("admit.signin." + key + " is not set. It is " + meaning);
		}
		return value;
	}

}
