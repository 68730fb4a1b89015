package health.admit.sandbox.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The name under which one application knows a person: another for every application.
 */
final class PairwiseSubject {

	private PairwiseSubject() {
	}

	static String of(UUID tenant, UUID appId, UUID person) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest((tenant + "|" + appId + "|" + person).getBytes(StandardCharsets.US_ASCII));
			return TokenSigner.encode(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
