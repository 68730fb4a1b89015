package health.admit.portal.doctor;

/**
 * The form as it is shown again.
 *
 * @param text what was typed, without tokens and secrets
 */
record DoctorForm(String text) {

	/** Longer than any answer worth reading. */
	static final int LONGEST = 64 * 1024;

	static DoctorForm empty() {
		return new DoctorForm("");
	}

	/**
	 * Line breaks and tabs stay; other control characters would only break the page.
	 */
	static DoctorForm of(Paste paste) {
		String rest = paste.rest().replaceAll("[\\p{Cc}&&[^\\t\\r\\n]]", "");
		return new DoctorForm(rest.strip().equals(Paste.TAKEN) ? "" : rest);
	}

}
