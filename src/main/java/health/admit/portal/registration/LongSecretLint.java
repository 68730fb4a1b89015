package health.admit.portal.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A secret that lives longer than half a year is forgotten before it ends.
 */
class LongSecretLint implements LintRule {

	private static final int MONTHS = 6;

	private static final Duration LONGEST = Duration.ofDays(184);

	@Override
	public Optional<Finding> check(DraftContent content) {
		CredentialChoice credential = content.credential();
		CredentialChoice.Secret secret = (credential != null) ? credential.secret() : null;
		if (secret == null || !isLong(secret)) {
			return Optional.empty();
		}
		return Optional.of(Finding.warning("L02", WizardStep.CREDENTIALS));
	}

	private static boolean isLong(CredentialChoice.Secret secret) {
		Integer months = secret.months();
		return (months != null) ? months > MONTHS : isLong(secret.start(), secret.end());
	}

	/**
	 * Without a start the secret begins later than now, so an end alone is not judged.
	 */
	private static boolean isLong(@Nullable Instant start, @Nullable Instant end) {
		return start != null && end != null && Duration.between(start, end).compareTo(LONGEST) > 0;
	}

}
