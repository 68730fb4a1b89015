package health.admit.portal.credentials;

/**
 * A certificate as a page shows it, with the fragment {@code credentials/parts}. Subject
 * and issuer are hostile input.
 *
 * @param sha1 thumbprint in groups of two digits
 * @param sha256 thumbprint in groups of two digits
 * @param validity from when until when, in words
 * @param signsForEntra whether the token endpoint takes assertions made with its key
 */
public record CertificateView(String subject, String issuer, boolean selfSigned, String sha1, String sha256, String key,
		String signature, String validity, boolean signsForEntra) {

	static CertificateView of(CertificateDetails details, String validity) {
		return new CertificateView(details.subject(), details.issuer(), details.selfSigned(), grouped(details.sha1()),
				grouped(details.sha256()), details.key(), details.signature(), validity, details.signsForEntra());
	}

	/**
	 * A thumbprint in groups of two digits.
	 */
	public static String grouped(String hex) {
		return hex.replaceAll("(..)(?!$)", "$1:");
	}

}
