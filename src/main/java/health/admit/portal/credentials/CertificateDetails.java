package health.admit.portal.credentials;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.HexFormat;

import health.admit.portal.directory.CertificateKey;

/**
 * What a certificate says about itself.
 *
 * @param subject distinguished name; hostile input when shown
 * @param issuer distinguished name; hostile input when shown
 * @param sha1 thumbprint in upper-case hex, as Entra shows it
 * @param sha256 thumbprint in upper-case hex
 * @param key kind and size of the key, such as {@code RSA 3072} or {@code EC P-256}
 * @param signature name of the signature algorithm
 * @param selfSigned whether it vouches for itself
 * @param der the certificate, DER encoded
 */
public record CertificateDetails(String subject, String issuer, String sha1, String sha256, String key,
		String signature, Instant notBefore, Instant notAfter, boolean selfSigned, byte[] der) {

	/** Entra cuts longer names. */
	private static final int LONGEST_NAME = 90;

	static CertificateDetails of(X509Certificate certificate) throws CertificateEncodingException {
		byte[] der = certificate.getEncoded();
		return new CertificateDetails(certificate.getSubjectX500Principal().getName(),
				certificate.getIssuerX500Principal().getName(), thumbprint("SHA-1", der), thumbprint("SHA-256", der),
				describe(certificate.getPublicKey()), certificate.getSigAlgName(),
				certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant(),
				certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()), der);
	}

	/**
	 * Whether Entra can check an assertion signed with this key: its token endpoint takes
	 * RS256 and PS256 only.
	 */
	public boolean signsForEntra() {
		return this.key.startsWith("RSA");
	}

	/**
	 * A name for lists: the subject, cut to the length Entra keeps.
	 */
	public String displayName() {
		return (this.subject.length() > LONGEST_NAME) ? this.subject.substring(0, LONGEST_NAME) : this.subject;
	}

	/**
	 * The certificate as it goes into the body of the application.
	 */
	public CertificateKey toKey() {
		return new CertificateKey(null, displayName(), this.der, this.notBefore, this.notAfter);
	}

	private static String describe(PublicKey key) {
		if (key instanceof RSAPublicKey rsa) {
			return "RSA " + rsa.getModulus().bitLength();
		}
		if (key instanceof ECPublicKey ec) {
			return "EC P-" + ec.getParams().getCurve().getField().getFieldSize();
		}
		return key.getAlgorithm();
	}

	private static String thumbprint(String algorithm, byte[] der) {
		try {
			return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance(algorithm).digest(der));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
