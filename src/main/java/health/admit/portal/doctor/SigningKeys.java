package health.admit.portal.doctor;

import java.security.PublicKey;
import java.util.Optional;

/**
 * The keys with which the directory signs tokens.
 */
interface SigningKeys {

	/**
	 * The key of this id, if the directory has one.
	 * @throws KeysNotRead when the keys could not be read
	 */
	Optional<PublicKey> find(String keyId);

	/**
	 * The keys could not be read.
	 */
	class KeysNotRead extends RuntimeException {

		KeysNotRead(Throwable cause) {
			super("The signing keys of the directory could not be read", cause);
		}

	}

}
