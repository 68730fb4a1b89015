package health.admit.portal.registration;

/**
 * What Entra, or good sense, asks of redirect URIs. Each rule has one message
 * {@code registration.redirectRule.<RULE>} with the URI as {0}.
 *
 * @see <a href= "https://learn.microsoft.com/entra/identity-platform/reply-url">Redirect
 * URI restrictions</a>
 */
enum RedirectRule {

	ILLEGAL_CHARACTER, UNSUPPORTED_CHARACTER, TOO_LONG, NOT_ABSOLUTE, DANGEROUS_SCHEME, SCHEME_NOT_FOR_PLATFORM,
	HTTP_NOT_LOCAL, USER_INFO, BAD_HOST, IPV6_LOOPBACK, FRAGMENT, QUERY_FOR_PERSONAL_ACCOUNTS,
	WILDCARD_FOR_PERSONAL_ACCOUNTS, WILDCARD_MISPLACED, TOO_MANY, TWICE, TWO_PLATFORMS, PORT_ONLY_TWO_PLATFORMS,

	WILDCARD(false), URN(false), PORT_ONLY(false), NO_PATH(false), SLASH_ONLY(false);

	private final boolean error;

	RedirectRule() {
		this(true);
	}

	RedirectRule(boolean error) {
		this.error = error;
	}

	/**
	 * Whether the URI cannot be registered; otherwise it can, but hardly anybody wants
	 * it.
	 */
	boolean error() {
		return this.error;
	}

}
