package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CoverageTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private final Held old = held(CredentialKind.SECRET, -100, 10);

	@Test
	void aNewerOneThatIsValidTakesOver() {
		assertThat(from(held(CredentialKind.CERTIFICATE, -1, 300))).isEqualTo(day(-1));
	}

	@Test
	void oneOfTheSameMomentThatEndsLaterTakesOver() {
		assertThat(from(held(CredentialKind.SECRET, -100, 11))).isEqualTo(day(-100));
		assertThat(from(held(CredentialKind.SECRET, -100, 10))).isNull();
	}

	@Test
	void oneThatIsNotYetValidTakesOverOnceItIs() {
		assertThat(from(held(CredentialKind.SECRET, 3, 300), held(CredentialKind.SECRET, 2, 300))).isEqualTo(day(2));
	}

	@Test
	void anOlderOneDoesNotTakeOver() {
		assertThat(from(held(CredentialKind.SECRET, -101, 300))).isNull();
	}

	@Test
	void trustInAnotherIssuerDoesNotTakeOver() {
		assertThat(from(held(CredentialKind.FEDERATED, -1, null))).isNull();
	}

	@Test
	void oneThatHasEndedTakesOverNoMore() {
		Held ended = held(CredentialKind.SECRET, -100, -50);
		assertThat(Coverage.from(ended, List.of(ended, held(CredentialKind.SECRET, -60, -1)), NOW)).isNull();
		assertThat(Coverage.from(ended, List.of(ended, held(CredentialKind.SECRET, -60, 1)), NOW)).isEqualTo(day(-60));
	}

	@Test
	void oneWithoutAnEndTakesOverAndIsNeverCovered() {
		Held endless = held(CredentialKind.SECRET, -5, null);
		assertThat(from(endless)).isEqualTo(day(-5));
		assertThat(Coverage.from(endless, List.of(endless, held(CredentialKind.SECRET, -1, null)), NOW)).isNull();
	}

	private @Nullable Instant from(Held... others) {
		return Coverage.from(this.old,
				java.util.stream.Stream.concat(List.of(this.old).stream(), List.of(others).stream()).toList(), NOW);
	}

	static Held held(CredentialKind kind, int starts, @Nullable Integer ends) {
		return new Held(UUID.randomUUID(), kind, null, null, null, day(starts), (ends != null) ? day(ends) : null,
				WorkState.OPEN, null);
	}

	private static Instant day(int day) {
		return NOW.plus(Duration.ofDays(day));
	}

}
