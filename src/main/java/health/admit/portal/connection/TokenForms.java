package health.admit.portal.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.admit.portal.cloud.Cloud;

/**
 * The form fields of token requests, as Microsoft's pages on the client credentials,
 * authorization code and device code flows give them. The assertion of a certificate
 * names it by {@code x5t#S256} and is signed with PS256.
 */
final class TokenForms {

	private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

	private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private static final Duration ASSERTION_LIFE = Duration.ofMinutes(5);

	private static final Set<String> SECRET_FIELDS = Set.of("client_secret", "client_assertion", "code",
			"code_verifier", "device_code");

	private final Cloud cloud;

	private final Clock clock;

	TokenForms(Cloud cloud, Clock clock) {
		this.cloud = cloud;
		this.clock = clock;
	}

	Map<String, String> token(UUID clientId, String scope, Credential credential) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("grant_type", credential.isAppOnly() ? "client_credentials" : "authorization_code");
		form.put("client_id", clientId.toString());
		form.put("scope", scope);
		prove(form, clientId, credential);
		return form;
	}

	static Map<String, String> device(UUID clientId, String scope) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("client_id", clientId.toString());
		form.put("scope", scope);
		return form;
	}

	static Map<String, String> signedIn(UUID clientId, DeviceCode device) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("grant_type", DEVICE_GRANT);
		form.put("client_id", clientId.toString());
		form.put("device_code", device.code());
		return form;
	}

	/** The fields for people to read. */
	static List<String> shown(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "="
					+ (SECRET_FIELDS.contains(field.getKey()) ? SentRequest.HIDDEN : field.getValue()))
			.toList();
	}

	private void prove(Map<String, String> form, UUID clientId, Credential credential) {
		if (credential instanceof Credential.Secret secret) {
			form.put("client_secret", secret.value().reveal());
		}
		else if (credential instanceof Credential.Certificate certificate) {
			form.put("client_assertion_type", ASSERTION);
			form.put("client_assertion", assertion(clientId, certificate.key()));
		}
		else if (credential instanceof Credential.Code code) {
			form.put("code", code.code());
			form.put("redirect_uri", code.redirectUri());
			form.put("code_verifier", code.verifier());
			if (code.proof() != null) {
				prove(form, clientId, code.proof());
			}
		}
	}

	private String assertion(UUID clientId, RSAKey key) {
		Instant now = this.clock.instant();
		JWTClaimsSet claims = new JWTClaimsSet.Builder().audience(this.cloud.tokenEndpoint().toString())
			.issuer(clientId.toString())
			.subject(clientId.toString())
			.jwtID(UUID.randomUUID().toString())
			.issueTime(Date.from(now))
			.notBeforeTime(Date.from(now.minusSeconds(5)))
			.expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
			.build();
		SignedJWT assertion = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.PS256).x509CertSHA256Thumbprint(key.getX509CertSHA256Thumbprint())
					.build(),
				claims);
		try {
			assertion.sign(new RSASSASigner(key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return assertion.serialize();
	}

}
