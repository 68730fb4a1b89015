package health.admit.sandbox.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;

/**
 * Whether a secret is one of the client's and in its time.
 */
@Component
class SecretCheck {

	private final Clock clock;

	SecretCheck(Clock clock) {
		this.clock = clock;
	}

	void check(Client client, String secret) {
		byte[] hash = sha256(secret);
		Instant now = this.clock.instant();
		boolean expired = false;
		for (Client.Secret known : client.secrets()) {
			if (!MessageDigest.isEqual(hash, known.sha256())) {
				continue;
			}
			if (!now.isBefore(known.start()) && now.isBefore(known.end())) {
				return;
			}
			expired |= !now.isBefore(known.end());
		}
		throw expired ? ClientRefusals.expiredSecret(client.appId()) : ClientRefusals.wrongSecret(client.appId());
	}

	private static byte[] sha256(String secret) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
