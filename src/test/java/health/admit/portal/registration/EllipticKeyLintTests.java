package health.admit.portal.registration;

import java.util.Base64;

import health.admit.support.TestCertificate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EllipticKeyLintTests {

	/** Self-signed, with a P-256 key. */
	private static final String ELLIPTIC = "MIIBbTCCAROgAwIBAgIUTNMMhtFmGV8ImlvVIcivDrPftmcwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBdjAeFw0yNjExMjM"
			+ "xMzI0MTdaFw0zNjExMjAxMzI0MTdaMAwxCjAIBgNVBAMMAXYwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQoQ1p7fIy4jg"
			+ "Hl55rWIdUFVXYQv9kEI59ESCc8e7Ix3+ic9HxUbizcTyVqYYtS+XKpahRMAdCk0avZ77pe2p1zo1MwUTAdBgNVHQ4EFgQU7"
			+ "IxnBqU0c4qFmfs96vV7xeTmfgMwHwYDVR0jBBgwFoAU7IxnBqU0c4qFmfs96vV7xeTmfgMwDwYDVR0TAQH/BAUwAwEB/zAK"
			+ "BggqhkjOPQQDAgNIADBFAiEAhAsAcBYEtQB3mro+W7kteibajfgsyn10vjY93wVGpNACIA41QWwlV2R2AYJPq37HS20e65Z"
			+ "Z4A5+ODKQlQdI4Mk/";

	private final LintRule rule = new EllipticKeyLint();

	@Test
	void anRsaCertificateIsFine() {
		assertThat(this.rule.check(content(Base64.getEncoder().encodeToString(TestCertificate.create().der()))))
			.isEmpty();
	}

	@Test
	void aSecretIsNoneOfItsBusiness() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void anEllipticKeyIsNamed() {
		assertThat(this.rule.check(content(ELLIPTIC))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L24", Finding.Severity.WARNING);
	}

	private static DraftContent content(String der) {
		return Contents.server(new CredentialChoice(CredentialChoice.Kind.CERTIFICATE, null,
				new CredentialChoice.Certificate(der, "viewer"), null));
	}

}
