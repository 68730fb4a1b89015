package health.admit.sandbox.oidc;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;

/**
 * Whether a client assertion was signed with a certificate that is registered on the
 * application, for this service and in its time.
 */
@Component
class AssertionCheck {

	static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

	private static final Duration SKEW = Duration.ofMinutes(5);

	private final Addresses addresses;

	private final Clock clock;

	AssertionCheck(Addresses addresses, Clock clock) {
		this.addresses = addresses;
		this.clock = clock;
	}

	void check(Client client, Assertion assertion) {
		String appId = client.appId().toString();
		if (!appId.equals(assertion.subject()) || !appId.equals(assertion.issuer())) {
			throw (assertion.issuer() != null && assertion.issuer().contains(":"))
					? ClientRefusals.noFederatedCredential(assertion.issuer())
					: ClientRefusals.assertionForOtherClient();
		}
		String algorithm = assertion.token().getHeader().getAlgorithm().getName();
		if (!ALGORITHMS.contains(algorithm)) {
			throw ClientRefusals.algorithm(algorithm);
		}
		checkSignature(client, assertion);
		checkTime(assertion);
		if (assertion.audience().stream().noneMatch(this::isThisService)) {
			throw ClientRefusals.assertionAudience();
		}
	}

	private void checkSignature(Client client, Assertion assertion) {
		String thumbprint = HexFormat.of().formatHex(assertion.thumbprint()).toUpperCase(Locale.ROOT);
		Client.Certificate found = client.certificates()
			.stream()
			.filter((certificate) -> matches(certificate, assertion.thumbprint()))
			.findFirst()
			.orElseThrow(() -> ClientRefusals.keyNotFound(thumbprint, client.appId()));
		Instant now = this.clock.instant();
		if (now.isBefore(found.start()) || !now.isBefore(found.end())) {
			String reason = now.isBefore(found.start()) ? "The key used is not yet valid." : "The key used is expired.";
			throw ClientRefusals.certificateOutOfTime(reason, thumbprint, found.start(), found.end(), client.appId());
		}
		if (!verifies(found, assertion)) {
			throw ClientRefusals.wrongSignature(thumbprint, client.appId());
		}
	}

	private void checkTime(Assertion assertion) {
		Instant now = this.clock.instant();
		Instant expires = assertion.expires();
		Instant from = assertion.notBefore();
		if (expires == null || expires.plus(SKEW).isBefore(now) || (from != null && from.minus(SKEW).isAfter(now))) {
			throw ClientRefusals.assertionOutOfTime(now, String.valueOf(from), String.valueOf(expires));
		}
	}

	/** The token endpoint in any of its forms, or an issuer. */
	private boolean isThisService(String audience) {
		String base = this.addresses.base() + "/";
		return audience.startsWith(base) && (audience.endsWith("/oauth2/v2.0/token")
				|| audience.endsWith("/oauth2/token") || audience.equals(this.addresses.issuer())
				|| audience.equals(this.addresses.issuerOfVersion1()));
	}

	private static boolean matches(Client.Certificate certificate, byte[] thumbprint) {
		try {
			String algorithm = (thumbprint.length == 20) ? "SHA-1" : "SHA-256";
			return MessageDigest.isEqual(MessageDigest.getInstance(algorithm).digest(certificate.der()), thumbprint);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean verifies(Client.Certificate certificate, Assertion assertion) {
		try {
			PublicKey key = CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(certificate.der()))
				.getPublicKey();
			return key instanceof RSAPublicKey rsa && assertion.token().verify(new RSASSAVerifier(rsa));
		}
		catch (GeneralSecurityException | JOSEException ex) {
			return false;
		}
	}

}
