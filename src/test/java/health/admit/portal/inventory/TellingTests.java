package health.admit.portal.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import health.admit.portal.directory.CertificateSummary;
import health.admit.portal.directory.ScannedObject;
import health.admit.portal.directory.SecretSummary;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TellingTests {

	private static final Instant T = Instant.parse("2026-11-23T08:00:00Z");

	private final UUID id = UUID.randomUUID();

	private final SecretSummary secret = new SecretSummary(UUID.randomUUID(), "a\u0000b", "abc", T, T.plusSeconds(60));

	private final ScannedObject told = new ScannedObject(this.id, UUID.randomUUID(), "name\u0000", T,
			List.of(this.secret), List.of(), List.of());

	@Test
	void keepsWhatAPageDoesNotTell() {
		Sheet known = sheet(this.told, null);
		ScannedObject silent = new ScannedObject(this.id, null, null, null, null, null, null);
		assertThat(sheet(silent, known)).isEqualTo(known);
	}

	@Test
	void anEmptyListTakesCredentialsAway() {
		ScannedObject emptied = new ScannedObject(this.id, null, null, null, List.of(), null, null);
		assertThat(sheet(emptied, sheet(this.told, null)).entries()).isEmpty();
	}

	@Test
	void keepsWhatThePortalItselfKnows() {
		Sheet known = sheet(this.told, null);
		List<Held> marked = known.held().stream().map((held) -> held.with(WorkState.CLAIMED).usedAt(T)).toList();
		Sheet claimed = new Appraisal(T, LifetimeLimitOf.NONE).of(known.subject().with(OwnerState.GOOD, T), marked);
		assertThat(sheet(this.told, claimed)).isEqualTo(claimed);
	}

	@Test
	void replacesWhatTheDatabasesDoNotTake() {
		Sheet sheet = sheet(this.told, null);
		assertThat(sheet.subject().name()).isEqualTo("name\uFFFD");
		assertThat(sheet.held()).singleElement()
			.satisfies((held) -> assertThat(held.description()).isEqualTo("a\uFFFDb"));
	}

	/** Entra lists the private half of a signing certificate as a secret as well. */
	@Test
	void aCertificateAndASecretOfOneKeyIdAreOne() {
		CertificateSummary signing = new CertificateSummary(this.secret.keyId(), "CN=x", "AB", T, T.plusSeconds(60));
		ScannedObject saml = new ScannedObject(this.id, null, "saml", null, List.of(this.secret), List.of(signing),
				null);
		assertThat(sheet(saml, null).held()).singleElement()
			.satisfies((held) -> assertThat(held.kind()).isEqualTo(CredentialKind.CERTIFICATE));
	}

	@Test
	void theLastMentionCounts() {
		ScannedObject renamed = new ScannedObject(this.id, null, "new", null, null, null, null);
		assertThat(Telling.byObject(List.of(this.told, renamed))).hasSize(1).hasEntrySatisfying(this.id, (object) -> {
			assertThat(object.displayName()).isEqualTo("new");
			assertThat(object.secrets()).containsExactly(this.secret);
		});
	}

	@Test
	void farEndsReadAsNone() {
		SecretSummary endless = new SecretSummary(UUID.randomUUID(), null, null, T,
				Instant.parse("9999-12-31T23:59:59Z"));
		ScannedObject object = new ScannedObject(this.id, null, "x", null, List.of(endless), null, null);
		assertThat(sheet(object, null).entries()).singleElement()
			.satisfies((entry) -> assertThat(entry.band()).isEqualTo(Band.NO_END));
	}

	private static Sheet sheet(ScannedObject told, @org.jspecify.annotations.Nullable Sheet known) {
		return new Appraisal(T, LifetimeLimitOf.NONE).of(Telling.subject(told, known, Source.APPLICATION, 1),
				Telling.credentials(told, known));
	}

	private static final class LifetimeLimitOf {

		static final LifetimeLimit NONE = new LifetimeLimit(java.time.Duration.ofDays(9999),
				java.time.Duration.ofDays(9999));

	}

}
