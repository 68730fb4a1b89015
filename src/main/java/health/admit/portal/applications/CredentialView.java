package health.admit.portal.applications;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.CertificateSummary;
import health.admit.portal.directory.FederatedCredential;
import health.admit.portal.directory.SecretSummary;
import org.jspecify.annotations.Nullable;

/**
 * A credential of an application.
 *
 * @param kind message key
 * @param description hostile input; may be empty
 * @param mark by what one recognises it: the hint of a secret, the thumbprint of a
 * certificate, the subject of a federated credential
 * @param end null where it never ends
 * @param state message key
 */
record CredentialView(String kind, String description, String mark, @Nullable Instant start, @Nullable Instant end,
		State state) {

	/** What ends first comes first. */
	private static final Comparator<CredentialView> BY_END = Comparator.comparing(CredentialView::end,
			Comparator.nullsLast(Comparator.naturalOrder()));

	static List<CredentialView> of(ApplicationRecord application, List<FederatedCredential> federated, Instant now) {
		return Stream
			.of(application.secrets().stream().map((secret) -> of(secret, now)),
					application.certificates().stream().map((certificate) -> of(certificate, now)),
					federated.stream().map(CredentialView::of))
			.<CredentialView>flatMap((credentials) -> credentials)
			.sorted(BY_END)
			.toList();
	}

	private static CredentialView of(SecretSummary secret, Instant now) {
		return new CredentialView("applications.credential.secret", Excerpt.of(secret.displayName(), Excerpt.NAME),
				(secret.hint() != null) ? Excerpt.of(secret.hint(), 8) + "…" : "", secret.start(), secret.end(),
				State.of(secret.start(), secret.end(), now));
	}

	private static CredentialView of(CertificateSummary certificate, Instant now) {
		return new CredentialView("applications.credential.certificate",
				Excerpt.of(certificate.displayName(), Excerpt.NAME),
				(certificate.thumbprint() != null) ? certificate.thumbprint() : "", certificate.start(),
				certificate.end(), State.of(certificate.start(), certificate.end(), now));
	}

	private static CredentialView of(FederatedCredential credential) {
		return new CredentialView("applications.credential.federated", Excerpt.of(credential.name(), Excerpt.NAME),
				Excerpt.of(credential.subject(), Excerpt.NAME), null, null, State.VALID);
	}

	enum State {

		VALID, NOT_YET, ENDED;

		static State of(@Nullable Instant start, @Nullable Instant end, Instant now) {
			if (end != null && !end.isAfter(now)) {
				return ENDED;
			}
			return (start != null && start.isAfter(now)) ? NOT_YET : VALID;
		}

		/** Message key. */
		public String key() {
			return "applications.credentialState." + name();
		}

		public boolean isUsable() {
			return this == VALID;
		}

	}

}
