package health.admit.support;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

import javax.security.auth.x500.X500Principal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key pair with a certificate, and the assertions one signs with it.
 */
public record TestCertificate(PrivateKey key, X509Certificate certificate) {

	/** One of 2048 bits that lasts ten days. */
	public static TestCertificate create() {
		return create("CN=test");
	}

	public static TestCertificate create(String subject) {
		try {
			KeyPair pair = RsaKeys.next();
			X500Principal name = new X500Principal(subject);
			Instant now = Instant.now();
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(now),
					Date.from(now.plus(Duration.ofDays(10))), name, pair.getPublic());
			return new TestCertificate(pair.getPrivate(), new JcaX509CertificateConverter()
				.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))));
		}
		catch (GeneralSecurityException | OperatorCreationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public byte[] der() {
		try {
			return this.certificate.getEncoded();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** As a file that administrators have at hand. */
	public byte[] pem() {
		return pem("CERTIFICATE", der()).getBytes(StandardCharsets.US_ASCII);
	}

	/** The private key as a file, not encrypted. */
	public String keyPem() {
		return pem("PRIVATE KEY", this.key.getEncoded());
	}

	public byte[] thumbprint(String algorithm) {
		try {
			return MessageDigest.getInstance(algorithm).digest(der());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** An assertion as Microsoft documents it today: PS256 with a SHA-256 thumbprint. */
	public String assertion(UUID client, String audience, Instant now) {
		return assertion(JWSAlgorithm.PS256, "x5t#S256",
				Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint("SHA-256")),
				claims(client, audience, now));
	}

	public static JWTClaimsSet claims(UUID client, String audience, Instant now) {
		return new JWTClaimsSet.Builder().issuer(client.toString())
			.subject(client.toString())
			.audience(audience)
			.jwtID(UUID.randomUUID().toString())
			.notBeforeTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(600)))
			.build();
	}

	@SuppressWarnings("deprecation")
	public String assertion(JWSAlgorithm algorithm, String member, String thumbprint, JWTClaimsSet claims) {
		JWSHeader.Builder header = new JWSHeader.Builder(algorithm);
		if (member.equals("x5t")) {
			header.x509CertThumbprint(new com.nimbusds.jose.util.Base64URL(thumbprint));
		}
		else {
			header.x509CertSHA256Thumbprint(new com.nimbusds.jose.util.Base64URL(thumbprint));
		}
		try {
			SignedJWT token = new SignedJWT(header.build(), claims);
			token.sign(new RSASSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String pem(String label, byte[] content) {
		return "-----BEGIN " + label + "-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content) + "\n-----END " + label
				+ "-----\n";
	}

}
