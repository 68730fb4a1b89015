package health.admit.portal.connection;

/**
 * How the client gets its token.
 */
enum Way {

	/** For itself, with a secret. */
	SECRET,

	/** For itself, with a certificate. */
	CERTIFICATE,

	/** For a person, who signs in on another device. */
	DEVICE,

	/** For a person, by a code that a single-page application redeems in the browser. */
	SINGLE_PAGE,

	/** For a person, by a code that an installed program redeems without a credential. */
	INSTALLED,

	/** For a person, by a code that a server redeems with its secret or certificate. */
	WEB;

	/** Whether a person signs in and the browser brings a code. */
	boolean bringsCode() {
		return this == SINGLE_PAGE || this == INSTALLED || this == WEB;
	}

	/** Key of its name; with {@code .hint} behind what it is for. */
	String text() {
		return "connection.way." + name();
	}

}
