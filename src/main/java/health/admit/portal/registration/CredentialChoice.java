package health.admit.portal.registration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Step 3: how a confidential client proves who it is. Exactly one of the three parts is
 * set, or none for {@link Kind#LATER}.
 */
record CredentialChoice(Kind kind, @Nullable Secret secret, @Nullable Certificate certificate,
		@Nullable Federation federation) {

	/**
	 * The sorts of credential.
	 */
	enum Kind {

		CERTIFICATE, SECRET, FEDERATED, LATER

	}

	/**
	 * A secret to be made.
	 *
	 * @param months 3, 6, 12 or 24, counted from the moment it is made; null for custom
	 * dates
	 * @param start custom start
	 * @param end custom end
	 */
	record Secret(String description, @Nullable Integer months, @Nullable Instant start, @Nullable Instant end) {
	}

	/**
	 * A certificate whose public part was uploaded or generated.
	 *
	 * @param der base64 of the DER form
	 */
	record Certificate(String der, String displayName) {
	}

	/**
	 * Trust in another identity provider.
	 */
	record Federation(String name, String issuer, String subject, String audience, @Nullable String description) {
	}

}
