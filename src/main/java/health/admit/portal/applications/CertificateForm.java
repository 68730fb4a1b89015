package health.admit.portal.applications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

import health.admit.portal.credentials.CertificateDetails;
import health.admit.portal.credentials.CertificateProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * A certificate as somebody gives it: a file, or its text.
 */
record CertificateForm(@Nullable MultipartFile file, @Nullable String text) {

	/** What is not shown again: it may hold a key, or is far too long. */
	private static final Set<CertificateProblem> NOT_SHOWN_AGAIN = Set.of(CertificateProblem.PRIVATE_KEY,
			CertificateProblem.PKCS12, CertificateProblem.TOO_LARGE);

	static CertificateForm empty() {
		return new CertificateForm(null, null);
	}

	static CertificateForm from(CertificateDetails certificate) {
		String lines = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(certificate.der());
		return new CertificateForm(null, "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
	}

	/** The file where there is one. */
	byte[] bytes() {
		try {
			return (this.file != null && !this.file.isEmpty()) ? this.file.getBytes()
					: pasted().getBytes(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Name of the field that was used. */
	String used() {
		return ((this.file != null && !this.file.isEmpty()) || pasted().isEmpty()) ? "file" : "text";
	}

	/** As the form comes back. */
	CertificateForm after(CertificateProblem problem) {
		return new CertificateForm(null, NOT_SHOWN_AGAIN.contains(problem) ? null : this.text);
	}

	private String pasted() {
		return (this.text != null) ? this.text.strip() : "";
	}

}
