package health.admit.portal.doctor;

/**
 * What a value in an error text names.
 */
public enum Subject {

	/** App id of the client, or an address that stands for it. */
	CLIENT,

	/** The API a token was asked for, as it was written in the request. */
	AUDIENCE,

	/** The API a service wants tokens for. */
	WANTED_AUDIENCE,

	/** App id of the API. */
	API,

	REDIRECT_URI, TENANT, SCOPE,

	/** Object id of the service principal or the person that needs a role. */
	PRINCIPAL,

	USER,

	/** Thumbprint of the certificate the client used. */
	CERTIFICATE,

	/** Issuer of the assertion or the token. */
	ISSUER,

	/** What was to be done, as Azure names it. */
	ACTION,

	/** Where it was to be done: an Azure resource id. */
	PLACE,

	CORRELATION_ID, TRACE_ID, REQUEST_ID, TIMESTAMP;

	/** Message key of its name. */
	public String key() {
		return "doctor.subject." + name();
	}

}
