package health.admit.portal.doctor;

/**
 * What a button or a link beside a diagnosis can lead to. Each page decides where that
 * is; a page that cannot offer it says who can.
 */
public enum Remedy {

	/** Nothing in the directory or in Azure has to change. */
	NONE,

	ADD_SECRET, ADD_CERTIFICATE, ADD_FEDERATED_CREDENTIAL, ADD_REDIRECT_URI, CHANGE_PLATFORM, ALLOW_PUBLIC_FLOWS,
	ADD_PERMISSION, GRANT_CONSENT,

	/** Make the service principal of the API in this directory. */
	ADD_API,

	/** Make the service principal of the client in this directory. */
	ADD_PRINCIPAL,

	ENABLE_PRINCIPAL, ASSIGN_APP_ROLE,

	/** Assign somebody or a group to the application. */
	ASSIGN_USER,

	/** Assign an Azure role to the client's service principal. */
	ASSIGN_ROLE,

	/** Assign an Azure role to the person who signs in, or to a group. */
	ASSIGN_ROLE_TO_USER,

	/** Use another audience in the token request. */
	CORRECT_AUDIENCE,

	/** Use another tenant in the token request. */
	CORRECT_TENANT,

	/** Read the sign-in log by the correlation id. */
	SIGN_IN_LOG;

	/** Message key of its name. */
	public String key() {
		return "doctor.remedy." + name();
	}

}
