package health.admit.portal.connection;

/**
 * One thing that came back and may be shown.
 *
 * @param value hostile input when shown, at most {@link #LONGEST} characters
 */
record Fact(Kind kind, String value) {

	static final int LONGEST = 300;

	Fact {
		String printable = value.replaceAll("\\p{Cntrl}", " ");
		value = (printable.length() > LONGEST) ? printable.substring(0, LONGEST) + "…" : printable;
	}

	/** What it tells. */
	enum Kind {

		STATUS, CONTENT_TYPE, FHIR_VERSION, SOFTWARE, AUTHORITY, TENANT, AUDIENCE, CHALLENGE, TOKEN_AUDIENCE,
		TOKEN_TENANT, TOKEN_CLIENT, TOKEN_PRINCIPAL, TOKEN_PERSON, TOKEN_SCOPES, TOKEN_ROLES, TOKEN_EXPIRES,
		CERTIFICATE;

		/** Key of its name. */
		String text() {
			return "connection.fact." + name();
		}

	}

}
