package health.admit.portal.credentials;

/**
 * Why a file is not taken as a client's certificate. Message
 * {@code credentials.certificate.problem.<PROBLEM>} says it with the way out.
 */
public enum CertificateProblem {

	EMPTY, TOO_LARGE, PRIVATE_KEY, PKCS12, PKCS7, REQUEST, PUBLIC_KEY, MORE_THAN_ONE, TEXT_AROUND, NOT_A_CERTIFICATE,
	UNREADABLE, KEY_UNSUPPORTED, KEY_TOO_SHORT, KEY_TOO_LONG, WEAK_SIGNATURE, EXPIRED, NOT_YET_VALID,
	LONGER_THAN_POLICY;

	/**
	 * Key of the message.
	 */
	public String message() {
		return "credentials.certificate.problem." + name();
	}

}
