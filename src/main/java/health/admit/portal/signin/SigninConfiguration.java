package health.admit.portal.signin;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.util.StringUtils;

import health.admit.portal.cloud.Cloud;

/**
 * Who the portal is to Entra, from {@link SigninProperties}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigninProperties.class)
class SigninConfiguration {

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
	ClientRegistrationRepository clientRegistrations(ClientRegistration entra) {
		return new InMemoryClientRegistrationRepository(entra);
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
