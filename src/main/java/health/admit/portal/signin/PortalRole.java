package health.admit.portal.signin;

/**
 * What a signed-in person may do in the portal.
 */
public enum PortalRole {

	/**
	 * Registers, edits, rotates, consents and assigns; may do all that the help desk may.
	 */
	REGISTRAR,

	/** Watches credentials and reads applications. */
	HELP_DESK,

	/** Reads the audit trail. */
	AUDITOR;

	/**
	 * The Spring Security authority that stands for this role.
	 */
	public String authority() {
		return "ROLE_" + name();
	}

}
