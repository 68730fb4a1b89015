package health.admit.portal.connection;

/**
 * The steps of a test, in their order. Each proves one thing, so that the first that
 * fails names the cause.
 */
enum Step {

	/** The service answers at all. */
	REACH,

	/** The service says whose tokens it takes, and for which audience. */
	TRUST,

	/** A person signs in on another page. */
	SIGN_IN,

	/** The client gets a token for this audience. */
	TOKEN,

	/** The service lets the client do the least its role allows. */
	ACCESS;

	/** Key of its name. */
	String text() {
		return "connection.step." + name();
	}

}
