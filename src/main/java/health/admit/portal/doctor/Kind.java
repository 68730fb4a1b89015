package health.admit.portal.doctor;

/**
 * What was pasted.
 */
enum Kind {

	TOKEN, TOKEN_AND_ANSWER, ENTRA, ANSWER, ID, UNKNOWN;

	/** Message key of its name. */
	public String key() {
		return "doctor.kind." + name();
	}

}
