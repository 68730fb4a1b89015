package health.admit.portal.registration;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * A self-signed certificate cannot be revoked by anybody.
 */
class SelfSignedLint implements LintRule {

	@Override
	public Optional<Finding> check(DraftContent content) {
		CredentialChoice credential = content.credential();
		CredentialChoice.Certificate certificate = (credential != null) ? credential.certificate() : null;
		if (certificate == null || !isSelfSigned(certificate.der())) {
			return Optional.empty();
		}
		return Optional.of(Finding.note("L03", WizardStep.CREDENTIALS));
	}

	private static boolean isSelfSigned(String der) {
		try {
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(der)));
			return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
		}
		catch (CertificateException | IllegalArgumentException ex) {
			return false;
		}
	}

}
