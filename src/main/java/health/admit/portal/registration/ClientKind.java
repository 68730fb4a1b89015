package health.admit.portal.registration;

/**
 * What a client is, asked as a question an administrator can answer.
 */
enum ClientKind {

	/** Runs on a server that can keep a secret. */
	SERVER,

	/** Runs in the browser. */
	SINGLE_PAGE,

	/** Is installed on a phone or computer. */
	MOBILE_OR_DESKTOP,

	/** Runs at a command line or on a device without a browser. */
	COMMAND_LINE_OR_DEVICE,

	/** Postman, REST Client or a similar tool for testing. */
	TEST_TOOL

}
