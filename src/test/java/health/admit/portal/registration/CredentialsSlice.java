package health.admit.portal.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import health.admit.portal.credentials.CertificateReader;
import health.admit.portal.credentials.CertificateViews;
import health.admit.portal.credentials.SecretLifetimes;
import health.admit.portal.credentials.SelfSigned;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * What the pages of the third step need, at a fixed time.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ RegistrationSlice.class, CredentialPage.class, SecretLifetimes.class, CertificateReader.class,
		CertificateViews.class, SelfSigned.class })
class CredentialsSlice {

	static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

	@Bean
	@Primary
	Clock fixedClock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

}
