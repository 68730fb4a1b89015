package health.admit.portal.credentials;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import health.admit.portal.credentials.SecretLifetimes.Life;
import health.admit.portal.credentials.SecretLifetimes.Problem;
import health.admit.portal.directory.CredentialPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretLifetimesTests {

	private static final Instant NOW = Instant.parse("2026-08-31T10:00:00Z");

	private static final CredentialPolicy OPEN = new CredentialPolicy(true, true, null, null);

	private static final CredentialPolicy NINETY_DAYS = new CredentialPolicy(true, true, Duration.ofDays(90), null);

	private final SecretLifetimes lifetimes = new SecretLifetimes(Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void monthsEndOnTheLastDayOfShortMonths() {
		assertThat(this.lifetimes.endAfter(6)).isEqualTo("2027-02-28T10:00:00Z");
	}

	@Test
	void sixMonthsAreRecommended() {
		assertThat(this.lifetimes.offered(OPEN)).extracting(Life::months).containsExactly(3, 6, 12, 24);
		assertThat(this.lifetimes.offered(OPEN)).filteredOn(Life::recommended)
			.extracting(Life::months)
			.containsExactly(6);
	}

	@Test
	void anUnknownPolicyLeavesEverythingOnOffer() {
		assertThat(this.lifetimes.offered(CredentialPolicy.unknown())).hasSize(4);
		assertThat(this.lifetimes.latestEnd(CredentialPolicy.unknown())).isEmpty();
	}

	@Test
	void thePolicyCaps() {
		assertThat(this.lifetimes.offered(NINETY_DAYS)).isEmpty();
		assertThat(this.lifetimes.latestEnd(NINETY_DAYS)).contains(NOW.plus(Duration.ofDays(90)));
		assertThat(this.lifetimes.problem(null, NOW.plus(Duration.ofDays(90)), NINETY_DAYS)).isEmpty();
		assertThat(this.lifetimes.problem(null, NOW.plus(Duration.ofDays(91)), NINETY_DAYS))
			.contains(Problem.LONGER_THAN_POLICY);
	}

	@Test
	void datesAreChecked() {
		assertThat(this.lifetimes.problem(NOW.minus(Duration.ofDays(3)), NOW.plusSeconds(9), OPEN))
			.contains(Problem.STARTS_IN_THE_PAST);
		assertThat(this.lifetimes.problem(NOW.plusSeconds(9), NOW.plusSeconds(9), OPEN))
			.contains(Problem.ENDS_BEFORE_START);
		assertThat(this.lifetimes.problem(NOW.minus(Duration.ofHours(9)), NOW, OPEN))
			.contains(Problem.ENDS_IN_THE_PAST);
		assertThat(this.lifetimes.problem(null, NOW.plus(Duration.ofDays(3650)), OPEN))
			.contains(Problem.LONGER_THAN_TWO_YEARS);
		assertThat(
				this.lifetimes.problem(null, this.lifetimes.endAfter(3), new CredentialPolicy(true, false, null, null)))
			.contains(Problem.FORBIDDEN_BY_POLICY);
	}

}
