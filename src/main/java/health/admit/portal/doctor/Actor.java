package health.admit.portal.doctor;

/**
 * Who can do what a diagnosis asks for.
 */
public enum Actor {

	/** Whoever wrote or configures the client. */
	CLIENT_DEVELOPER,

	/** Registrars, owners of the registration and application administrators. */
	REGISTRAR,

	/** Application, cloud application or global administrators of the directory. */
	CONSENT_ADMINISTRATOR,

	/** Whoever administers sign-in and conditional access. */
	SECURITY_ADMINISTRATOR,

	/** User and help desk administrators. */
	USER_ADMINISTRATOR,

	/** Owner or user access administrator in Azure, at the service or above. */
	AZURE_OWNER,

	/** Whoever runs the service behind the address. */
	SERVICE_OPERATOR,

	/** The person who signs in. */
	USER,

	/** Nobody: it passes. */
	TIME;

	/** Message key of who it is. */
	public String key() {
		return "doctor.actor." + name();
	}

}
