package health.admit.sandbox.oidc;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import javax.security.auth.x500.X500Principal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * The key pair that signs tokens: random for each JVM, with a self-signed certificate
 * whose SHA-1 thumbprint is the key id, as at Entra.
 */
@Component
class SigningKeys {

	private static final Duration LIFE = Duration.ofDays(5 * 365);

	private static final int TOKENS_IN_USE = 256;

	private final ConcurrentLruCache<String, Boolean> signed = new ConcurrentLruCache<>(TOKENS_IN_USE, this::verify);

	private final RSAKey key;

	SigningKeys(Clock clock) {
		this.key = generate(clock.instant());
	}

	/** With its private part. */
	RSAKey key() {
		return this.key;
	}

	/** The key as it is published. */
	RSAKey published() {
		return this.key.toPublicJWK();
	}

	private static RSAKey generate(Instant now) {
		try {
			KeyPair pair = Pair.MADE;
			X509Certificate certificate = certify(pair, now);
			Base64URL thumbprint = Base64URL
				.encode(MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
			return new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey(pair.getPrivate())
				.keyUse(KeyUse.SIGNATURE)
				.keyID(thumbprint.toString())
				.x509CertChain(List.of(Base64.encode(certificate.getEncoded())))
				.build();
		}
		catch (GeneralSecurityException | OperatorCreationException | IllegalStateException ex) {
			throw new IllegalStateException("The sandbox cannot make its signing key", ex);
		}
	}

	private static X509Certificate certify(KeyPair pair, Instant now)
			throws GeneralSecurityException, OperatorCreationException {
		X500Principal name = new X500Principal("CN=accounts.accesscontrol.sandbox");
		JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name,
				BigInteger.valueOf(now.toEpochMilli()), Date.from(now.minus(Duration.ofDays(1))),
				Date.from(now.plus(LIFE)), name, pair.getPublic());
		return new JcaX509CertificateConverter()
			.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
	}

	/** The thumbprint as the {@code x5t} member of the published key. */
	String thumbprint() {
		return this.key.getKeyID();
	}

	/** Whether this service signed the token. A client sends the same one many times. */
	boolean signed(SignedJWT token) {
		return this.signed.get(token.serialize());
	}

	private boolean verify(String token) {
		try {
			return SignedJWT.parse(token).verify(new RSASSAVerifier(this.key.toRSAPublicKey()));
		}
		catch (JOSEException | ParseException ex) {
			return false;
		}
	}

	/** To make one takes as long as to start all the rest. */
	private static final class Pair {

		private static final KeyPair MADE = make();

		private static KeyPair make() {
			try {
				KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
				generator.initialize(2048);
				return generator.generateKeyPair();
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException("The sandbox cannot make its signing key", ex);
			}
		}

	}

}
