package health.admit.portal.credentials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import health.admit.portal.credentials.CertificateReading.Certificate;
import health.admit.portal.credentials.CertificateReading.Refused;
import health.admit.portal.directory.CredentialPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads an uploaded certificate file, PEM or DER: exactly one certificate, no private
 * key, of a strength and validity that a client can use. What it refuses it names.
 */
@Component
public class CertificateReader {

	private static final int SHORTEST_RSA = 2048;

	private static final int LONGEST_RSA = 16384;

	private static final int SHORTEST_EC = 256;

	private final Clock clock;

	CertificateReader(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Reads a file, or the DER form that a draft has kept.
	 * @param upload at most 64 KB; a longer one is refused without looking at it
	 */
	public CertificateReading read(byte[] upload, CredentialPolicy policy) {
		CertificateFile file = CertificateFile.of(upload);
		byte[] der = file.der();
		CertificateProblem problem = file.problem();
		if (der == null || problem != null) {
			return new Refused((problem != null) ? problem : CertificateProblem.UNREADABLE);
		}
		try {
			X509Certificate certificate = parse(der);
			problem = problem(certificate, policy);
			return (problem != null) ? new Refused(problem) : new Certificate(CertificateDetails.of(certificate));
		}
		catch (CertificateException | IllegalArgumentException ex) {
			return new Refused(CertificateProblem.UNREADABLE);
		}
	}

	/**
	 * What a certificate says that was read before, whatever is wrong with it now.
	 * @param der as {@link CertificateDetails#der()} gave it
	 */
	public CertificateDetails known(byte[] der) {
		try {
			return CertificateDetails.of(parse(der));
		}
		catch (CertificateException ex) {
			throw new IllegalArgumentException("Not a certificate that was read before", ex);
		}
	}

	private static X509Certificate parse(byte[] der) throws CertificateException {
		return (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(der));
	}

	private @Nullable CertificateProblem problem(X509Certificate certificate, CredentialPolicy policy) {
		CertificateProblem key = key(certificate.getPublicKey());
		if (key != null) {
			return key;
		}
		if (!signedWithSha2(certificate)) {
			return CertificateProblem.WEAK_SIGNATURE;
		}
		return validity(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant(), policy);
	}

	private static @Nullable CertificateProblem key(PublicKey key) {
		if (key instanceof RSAPublicKey rsa) {
			int bits = rsa.getModulus().bitLength();
			if (bits > LONGEST_RSA) {
				return CertificateProblem.KEY_TOO_LONG;
			}
			return (bits < SHORTEST_RSA) ? CertificateProblem.KEY_TOO_SHORT : null;
		}
		if (key instanceof ECPublicKey ec) {
			int bits = ec.getParams().getCurve().getField().getFieldSize();
			return (bits < SHORTEST_EC) ? CertificateProblem.KEY_TOO_SHORT : null;
		}
		return CertificateProblem.KEY_UNSUPPORTED;
	}

	/** The hash of an RSASSA-PSS signature is named in its parameters only. */
	private static boolean signedWithSha2(X509Certificate certificate) {
		String name = certificate.getSigAlgName().toUpperCase(Locale.ROOT).replace("-", "");
		if (name.contains("PSS")) {
			return pssHash(certificate).matches(".*SHA-?(256|384|512).*");
		}
		return name.matches("SHA(256|384|512)WITH(RSA|ECDSA).*");
	}

	private static String pssHash(X509Certificate certificate) {
		try {
			AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
			byte[] encoded = certificate.getSigAlgParams();
			if (encoded == null) {
				return "";
			}
			parameters.init(encoded);
			return parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
		}
		catch (GeneralSecurityException | IOException ex) {
			return "";
		}
	}

	private @Nullable CertificateProblem validity(Instant from, Instant to, CredentialPolicy policy) {
		Instant now = this.clock.instant();
		Duration longest = policy.longestCertificate();
		if (!to.isAfter(now)) {
			return CertificateProblem.EXPIRED;
		}
		if (from.isAfter(now)) {
			return CertificateProblem.NOT_YET_VALID;
		}
		return (longest != null && Duration.between(from, to).compareTo(longest) > 0)
				? CertificateProblem.LONGER_THAN_POLICY : null;
	}

}
