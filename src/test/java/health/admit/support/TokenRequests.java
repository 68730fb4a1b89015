package health.admit.support;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Asks a token endpoint as a client in the field would: plain forms, no library that
 * could be kind to the sandbox.
 */
public final class TokenRequests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final URI endpoint;

	/**
	 * Requests to one tenant.
	 * @param login origin of the sign-in service
	 */
	public TokenRequests(URI login, String tenant) {
		this.endpoint = login.resolve("/" + tenant + "/oauth2/v2.0/token");
	}

	/**
	 * Client credentials with a secret.
	 */
	public Map<String, Object> withSecret(String clientId, String secret, String scope) {
		return post(form("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret, "scope",
				scope));
	}

	/**
	 * Client credentials with a certificate, PS256 and {@code x5t#S256} as the documents
	 * ask for today.
	 */
	public Map<String, Object> withCertificate(String clientId, PrivateKey key, X509Certificate certificate,
			String scope) {
		return post(form("grant_type", "client_credentials", "client_id", clientId, "client_assertion_type",
				"urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion",
				assertion(clientId, key, certificate), "scope", scope));
	}

	/**
	 * Redeems a code.
	 * @param origin value of the {@code Origin} header; null for a client without a
	 * browser
	 */
	public Map<String, Object> withCode(String clientId, String code, String redirectUri, String verifier,
			String origin) {
		return post(form("grant_type", "authorization_code", "client_id", clientId, "code", code, "redirect_uri",
				redirectUri, "code_verifier", verifier), origin);
	}

	/**
	 * Redeems a code of a client that has a secret.
	 */
	public Map<String, Object> withCodeAndSecret(String clientId, String secret, String code, String redirectUri,
			String verifier) {
		return post(form("grant_type", "authorization_code", "client_id", clientId, "client_secret", secret, "code",
				code, "redirect_uri", redirectUri, "code_verifier", verifier));
	}

	/**
	 * Redeems a device code.
	 */
	public Map<String, Object> withDeviceCode(String clientId, String deviceCode) {
		return post(form("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "client_id", clientId,
				"device_code", deviceCode));
	}

	/**
	 * Begins a device sign-in.
	 */
	public Map<String, Object> deviceCode(String clientId, String scope) {
		return send(this.endpoint.resolve("devicecode"), form("client_id", clientId, "scope", scope), null);
	}

	private String assertion(String clientId, PrivateKey key, X509Certificate certificate) {
		try {
			Base64URL thumbprint = Base64URL
				.encode(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
			Instant now = Instant.now();
			SignedJWT jwt = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.PS256).x509CertSHA256Thumbprint(thumbprint).build(),
					new JWTClaimsSet.Builder().audience(this.endpoint.toString())
						.issuer(clientId)
						.subject(clientId)
						.jwtID(UUID.randomUUID().toString())
						.notBeforeTime(Date.from(now.minusSeconds(5)))
						.expirationTime(Date.from(now.plusSeconds(300)))
						.build());
			jwt.sign(new RSASSASigner(key));
			return jwt.serialize();
		}
		catch (java.security.GeneralSecurityException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Map<String, Object> post(Map<String, String> form) {
		return send(this.endpoint, form, null);
	}

	private Map<String, Object> post(Map<String, String> form, String origin) {
		return send(this.endpoint, form, origin);
	}

	private static Map<String, Object> send(URI address, Map<String, String> form, String origin) {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (origin != null) {
			request.header("Origin", origin);
		}
		try {
			return JSONObjectUtils.parse(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
		}
		catch (IOException | ParseException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> form(String... pairs) {
		Map<String, String> form = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			form.put(pairs[i], pairs[i + 1]);
		}
		return form;
	}

}
