package health.admit.portal.inventory;

import java.time.Duration;

import health.admit.portal.directory.CredentialPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LifetimeLimitTests {

	private static final Duration FALLBACK = Duration.ofDays(730);

	@Test
	void followsThePolicyOfTheTenant() {
		LifetimeLimit limit = LifetimeLimit.of(new CredentialPolicy(true, true, Duration.ofDays(90), null), FALLBACK);
		assertThat(limit.exceededBy(CoverageTests.held(CredentialKind.SECRET, 0, 90))).isFalse();
		assertThat(limit.exceededBy(CoverageTests.held(CredentialKind.SECRET, 0, 91))).isTrue();
		assertThat(limit.exceededBy(CoverageTests.held(CredentialKind.CERTIFICATE, 0, 730))).isFalse();
		assertThat(limit.exceededBy(CoverageTests.held(CredentialKind.CERTIFICATE, 0, 731))).isTrue();
	}

	@Test
	void aSecretWithoutAnEndIsTooLongAndTrustIsNot() {
		LifetimeLimit limit = LifetimeLimit.of(CredentialPolicy.unknown(), FALLBACK);
		assertThat(limit.exceededBy(CoverageTests.held(CredentialKind.SECRET, 0, null))).isTrue();
		assertThat(limit.exceededBy(CoverageTests.held(CredentialKind.FEDERATED, 0, null))).isFalse();
	}

}
