package health.admit.sandbox.oidc;

import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Optional;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets clients and browsers carry what this service must remember: codes, refresh tokens
 * and half-done sign-ins are encrypted records, so that nothing piles up in memory. The
 * key dies with the process.
 */
@Component
class SealedNotes {

	private static final int TOO_LONG = 64 * 1024;

	private final byte[] key = new byte[32];

	private final JsonMapper json = JsonMapper.builder().build();

	SealedNotes() {
		new SecureRandom().nextBytes(this.key);
	}

	String seal(Record note) {
		try {
			JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
				.type(new JOSEObjectType(note.getClass().getSimpleName()))
				.build();
			JWEObject sealed = new JWEObject(header, new Payload(this.json.writeValueAsBytes(note)));
			sealed.encrypt(new DirectEncrypter(this.key));
			return sealed.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The note, unless the text was not sealed here as one of this kind.
	 */
	<T extends Record> Optional<T> open(String sealed, Class<T> kind) {
		if (sealed.length() > TOO_LONG) {
			return Optional.empty();
		}
		try {
			JWEObject object = JWEObject.parse(sealed);
			if (!new JOSEObjectType(kind.getSimpleName()).equals(object.getHeader().getType())) {
				return Optional.empty();
			}
			object.decrypt(new DirectDecrypter(this.key));
			return Optional.of(this.json.readValue(object.getPayload().toBytes(), kind));
		}
		catch (ParseException | JOSEException | JacksonException | IllegalStateException ex) {
			return Optional.empty();
		}
	}

}
