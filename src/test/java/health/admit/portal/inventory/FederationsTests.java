package health.admit.portal.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.directory.ChangePage;
import health.admit.portal.directory.ScannedObject;
import health.admit.portal.directory.SecretSummary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FederationsTests {

	private static final UUID ID = new UUID(1, 1);

	private final SecretSummary secret = new SecretSummary(new UUID(2, 2), null, "abc", null, null);

	@Test
	void asksAboutWhatIsNew() {
		assertThat(Federations.untold(page(List.of(this.secret)), Map.of())).containsExactly(ID);
	}

	@Test
	void leavesOutWhatHasSecretsAndHadNoTrust() {
		assertThat(Federations.untold(page(List.of(this.secret)), known(CredentialKind.SECRET))).isEmpty();
		assertThat(Federations.untold(page(null), known(CredentialKind.CERTIFICATE))).isEmpty();
	}

	@Test
	void asksAboutWhatHadTrustOrHasNothingElse() {
		assertThat(Federations.untold(page(List.of(this.secret)), known(CredentialKind.FEDERATED))).containsExactly(ID);
		assertThat(Federations.untold(page(List.of()), known(CredentialKind.SECRET))).containsExactly(ID);
		assertThat(Federations.untold(page(null), known(null))).containsExactly(ID);
	}

	@Test
	void asksAboutWhatWasDeletedAndRestored() {
		ChangePage page = new ChangePage(page(List.of(this.secret)).changed(), List.of(ID), null, "later");
		assertThat(Federations.untold(page, known(CredentialKind.SECRET))).containsExactly(ID);
	}

	private static ChangePage page(@Nullable List<SecretSummary> secrets) {
		return new ChangePage(List.of(new ScannedObject(ID, null, "A", null, secrets, null, null)), List.of(), null,
				"later");
	}

	private static Map<UUID, Sheet> known(@Nullable CredentialKind kind) {
		List<Held> held = (kind != null)
				? List.of(new Held(new UUID(3, 3), kind, null, null, null, null, null, WorkState.OPEN, null))
				: List.of();
		Sheet.Subject subject = new Sheet.Subject(ID, Source.APPLICATION, null, "A", null, OwnerState.UNKNOWN, null, 1);
		return Map.of(ID, new Appraisal(Instant.EPOCH, LifetimeLimit.of(null, null, java.time.Duration.ofDays(730)))
			.of(subject, held));
	}

}
