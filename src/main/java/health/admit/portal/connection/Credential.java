package health.admit.portal.connection;

import com.nimbusds.jose.jwk.RSAKey;
import health.admit.portal.cloud.SecretValue;
import org.jspecify.annotations.Nullable;

/**
 * How a client proves itself or its person in one test. None of these prints itself, and
 * nothing stores them.
 */
sealed interface Credential {

	/** Whether the client acts for itself, not for a person. */
	default boolean isAppOnly() {
		return true;
	}

	/** A client secret. */
	record Secret(SecretValue value) implements Credential {
	}

	/**
	 * A certificate with its private key.
	 */
	final class Certificate implements Credential {

		private final RSAKey key;

		Certificate(RSAKey key) {
			this.key = key;
		}

		RSAKey key() {
			return this.key;
		}

		/** SHA-1 in upper-case hex, as Entra shows it. */
		String thumbprint() {
			return Thumbprints.sha1(this.key);
		}

		@Override
		public String toString() {
			return "Certificate[redacted]";
		}

	}

	/**
	 * A code that a sign-in brought.
	 *
	 * @param origin value of the {@code Origin} header a single-page application sends;
	 * null for other clients
	 * @param proof what a client with a credential adds; null for a public client
	 */
	record Code(String code, String verifier, String redirectUri, @Nullable String origin,
			@Nullable Credential proof) implements Credential {

		@Override
		public boolean isAppOnly() {
			return false;
		}

		@Override
		public String toString() {
			return "Code[redacted]";
		}

	}

	/** Nothing: a person signs in on another page while the test waits. */
	record Device() implements Credential {

		@Override
		public boolean isAppOnly() {
			return false;
		}

	}

}
