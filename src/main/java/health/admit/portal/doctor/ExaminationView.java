package health.admit.portal.doctor;

import java.util.List;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import org.jspecify.annotations.Nullable;

/**
 * The result as the page shows it. Every text that is no message key is hostile input.
 *
 * @param kind message key
 * @param unknown whether nothing was recognised
 * @param fine whether there is a token and nothing stands against it
 * @param unreadable message key; null where the token could be read or there is none
 * @param token null where there is none
 * @param gap what gets a missing Azure role assigned, where a check alone says that one
 * is missing; null otherwise
 * @param client null where no client is named or known
 * @param mayRead whether reading of consent can be offered
 * @param mayReadAzure whether reading of Azure roles can be offered
 */
record ExaminationView(String kind, boolean unknown, boolean fine, boolean redacted, List<DiagnosisView> diagnoses,
		@Nullable String unreadable, @Nullable TokenView token, @Nullable ClientView client, @Nullable RoleGapView gap,
		List<Check> checks, boolean unread, boolean mayRead, boolean mayReadAzure) {

	static ExaminationView of(Examination examination, Cloud cloud, boolean redacted, boolean registrar) {
		TokenReading reading = examination.token();
		TokenView token = (reading != null) ? reading.decoded().map(TokenView::of).orElse(null) : null;
		String unreadable = (reading != null) ? reading.unreadable().map(TokenReading.Reason::key).orElse(null) : null;
		Registration registration = examination.registration();
		ClientView client = (registration != null) ? ClientView.of(registration, cloud) : null;
		RoleGapView gap = RoleGapView.of(examination, (client != null) ? client.objectId() : null, cloud, registrar);
		boolean untold = examination.checks().stream().anyMatch(AzureRoles::isMissing)
				&& examination.diagnoses().stream().noneMatch(DiagnosisView::isRole);
		boolean well = examination.diagnoses().isEmpty()
				&& examination.checks().stream().noneMatch((check) -> check.level() == Check.Level.BAD);
		return new ExaminationView(examination.kind().key(), examination.kind() == Kind.UNKNOWN,
				token != null && well && !token.suspect(), redacted,
				examination.diagnoses()
					.stream()
					.map((diagnosis) -> DiagnosisView.of(diagnosis, client, gap, cloud))
					.toList(),
				unreadable, token, client, untold ? gap : null, examination.checks(), examination.unread(),
				registrar && registration != null && registration.granted().isEmpty() && !registration.apis().isEmpty(),
				registrar && examination.checks().stream().anyMatch(AzureRoles::isUnread));
	}

	/**
	 * The client concerned.
	 *
	 * @param name empty where only its ids are known
	 * @param objectId null where this directory holds no registration of it
	 * @param principal null where it has no service principal here
	 */
	record ClientView(String name, UUID appId, @Nullable UUID objectId, @Nullable UUID principal, String consent,
			String credentials) {

		private static final int LONGEST_NAME = 256;

		static @Nullable ClientView of(Registration registration, Cloud cloud) {
			if (registration.application().isEmpty() && registration.principal().isEmpty()) {
				return null;
			}
			String name = registration.application()
				.map((application) -> application.displayName())
				.orElseGet(() -> registration.principal().map((principal) -> principal.displayName()).orElse(""));
			return new ClientView((name.length() > LONGEST_NAME) ? name.substring(0, LONGEST_NAME) : name,
					registration.appId(),
					registration.application().map((application) -> application.objectId()).orElse(null),
					registration.principal().map((principal) -> principal.objectId()).orElse(null),
					cloud.adminConsent(registration.appId()).toString(),
					cloud.credentialsBlade(registration.appId()).toString());
		}

	}

}
