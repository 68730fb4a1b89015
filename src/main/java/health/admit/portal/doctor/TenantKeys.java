package health.admit.portal.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import health.admit.portal.cloud.Cloud;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the directory's keys from its sign-in service and keeps them for a while. A key
 * id out of a pasted token cannot make it ask more often than {@link #AGAIN}.
 */
@Component
class TenantKeys implements SigningKeys {

	static final Duration FRESH = Duration.ofHours(1);

	static final Duration AGAIN = Duration.ofMinutes(5);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int MOST_BYTES = 512 * 1024;

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(PATIENCE)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final URI address;

	private final Clock clock;

	private Map<String, PublicKey> keys = Map.of();

	private @Nullable Instant readAt;

	TenantKeys(Cloud cloud, Clock clock) {
		this.address = cloud.login().resolve("/" + cloud.tenant() + "/discovery/v2.0/keys");
		this.clock = clock;
	}

	@Override
	public synchronized Optional<PublicKey> find(String keyId) {
		Duration age = age();
		if (age == null || age.compareTo(FRESH) >= 0 || (!this.keys.containsKey(keyId) && age.compareTo(AGAIN) >= 0)) {
			this.keys = read();
			this.readAt = this.clock.instant();
		}
		return Optional.ofNullable(this.keys.get(keyId));
	}

	private @Nullable Duration age() {
		return (this.readAt != null) ? Duration.between(this.readAt, this.clock.instant()) : null;
	}

	private Map<String, PublicKey> read() {
		try {
			HttpResponse<InputStream> answer = this.http.send(
					HttpRequest.newBuilder(this.address).timeout(PATIENCE).build(),
					HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream body = answer.body()) {
				if (answer.statusCode() != 200) {
					throw new IOException("HTTP " + answer.statusCode());
				}
				return parsed(new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
			}
		}
		catch (IOException | ParseException | JOSEException ex) {
			throw new KeysNotRead(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KeysNotRead(ex);
		}
	}

	private static Map<String, PublicKey> parsed(String body) throws ParseException, JOSEException {
		Map<String, PublicKey> keys = new HashMap<>();
		for (JWK key : JWKSet.parse(body).getKeys()) {
			if (key instanceof RSAKey rsa && rsa.getKeyID() != null) {
				keys.put(rsa.getKeyID(), rsa.toPublicKey());
			}
		}
		return keys;
	}

}
