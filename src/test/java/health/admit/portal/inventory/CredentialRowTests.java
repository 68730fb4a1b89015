package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialRowTests {

	private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

	@Test
	void onlyANewerValidCredentialTakesOver() {
		assertThat(takesOver(CredentialKind.SECRET, -1, 30)).isTrue();
		assertThat(takesOver(CredentialKind.CERTIFICATE, -10, 11)).isTrue();
		assertThat(takesOver(CredentialKind.FEDERATED, -1, 30)).as("trust in another issuer").isFalse();
		assertThat(takesOver(CredentialKind.SECRET, -11, 30)).as("began earlier").isFalse();
		assertThat(takesOver(CredentialKind.SECRET, 1, 30)).as("not valid yet").isFalse();
		assertThat(takesOver(CredentialKind.SECRET, -1, 9)).as("ends earlier").isFalse();
		assertThat(takesOver(CredentialKind.SECRET, -5, -1)).as("has ended").isFalse();
	}

	/** From one that began ten days ago and ends in ten days. */
	private static boolean takesOver(CredentialKind kind, int began, int ends) {
		return new CredentialRow(new CredentialKey(UUID.randomUUID(), UUID.randomUUID()), Source.APPLICATION, null, "x",
				kind, null, null, null, day(began), day(ends), Band.LATER, false, false, OwnerState.GOOD,
				WorkState.OPEN, null)
			.takesOver(day(-10), day(10), NOW);
	}

	private static Instant day(int days) {
		return NOW.plus(Duration.ofDays(days));
	}

}
