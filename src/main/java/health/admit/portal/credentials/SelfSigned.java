package health.admit.portal.credentials;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

import org.springframework.stereotype.Component;

/**
 * Makes a key pair and a certificate that vouches for itself, for testing. The private
 * key leaves in the returned file and is kept nowhere.
 */
@Component
public class SelfSigned {

	private static final String ALIAS = "client";

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	SelfSigned(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A private key and its certificate in one PEM file.
	 * @param name common name of the certificate, 1 to 64 characters
	 * @param months 3 to 12
	 */
	public GeneratedPair pem(String name, KeyType type, int months) {
		KeyPair keys = keys(type);
		X509Certificate certificate = certificate(name, type, keys, months);
		StringWriter text = new StringWriter();
		try (PemWriter pem = new PemWriter(text)) {
			pem.writeObject(new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded()));
			pem.writeObject(new PemObject("CERTIFICATE", certificate.getEncoded()));
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException("The key could not be written", ex);
		}
		return pair(certificate, "pem", text.toString().getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * A private key and its certificate in a PKCS#12 store.
	 * @param name common name of the certificate, 1 to 64 characters
	 * @param months 3 to 12
	 * @param password protects the store
	 */
	public GeneratedPair pkcs12(String name, KeyType type, int months, char[] password) {
		KeyPair keys = keys(type);
		X509Certificate certificate = certificate(name, type, keys, months);
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry(ALIAS, keys.getPrivate(), password, new Certificate[] { certificate });
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			store.store(bytes, password);
			return pair(certificate, "p12", bytes.toByteArray());
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException("The key could not be written", ex);
		}
	}

	private KeyPair keys(KeyType type) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(type.algorithm);
			if (type == KeyType.RSA_3072) {
				generator.initialize(3072, this.random);
			}
			else {
				generator.initialize(new ECGenParameterSpec("secp256r1"), this.random);
			}
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private X509Certificate certificate(String name, KeyType type, KeyPair keys, int months) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
		Instant end = now.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
		X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(subject, new BigInteger(159, this.random),
				Date.from(now), Date.from(end), subject, keys.getPublic());
		try {
			return new JcaX509CertificateConverter()
				.getCertificate(builder.build(new JcaContentSignerBuilder(type.signature).build(keys.getPrivate())));
		}
		catch (OperatorCreationException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What the files of a certificate and its private key are called, without the ending.
	 * @param sha1 thumbprint of the certificate in hex
	 */
	public static String fileName(String sha1) {
		return "client-" + sha1.substring(0, 8);
	}

	private static GeneratedPair pair(X509Certificate certificate, String ending, byte[] file) {
		try {
			CertificateDetails details = CertificateDetails.of(certificate);
			return new GeneratedPair(details, fileName(details.sha1()) + "." + ending, file);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Kinds of key, each of at least 128 bits of strength.
	 */
	public enum KeyType {

		RSA_3072("RSA", "SHA256withRSA"), P_256("EC", "SHA256withECDSA");

		private final String algorithm;

		private final String signature;

		KeyType(String algorithm, String signature) {
			this.algorithm = algorithm;
			this.signature = signature;
		}

	}

	/**
	 * A certificate, and the file with its private key for the admin to keep.
	 *
	 * @param fileName a name for the download
	 * @param file holds the private key: send it once, keep it nowhere
	 */
	public record GeneratedPair(CertificateDetails certificate, String fileName, byte[] file) {
	}

}
