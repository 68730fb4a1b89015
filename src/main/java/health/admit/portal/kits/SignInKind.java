package health.admit.portal.kits;

/**
 * How a client gets its tokens. It decides who needs the role at a service, and which
 * platform the redirect URIs are on.
 */
public enum SignInKind {

	/** As itself, with a secret. */
	APP_WITH_SECRET("web", "Web", true, true),

	/** As itself, with a certificate. */
	APP_WITH_CERTIFICATE("web", "Web", true, false),

	/** As itself, with a token of another identity provider. */
	APP_WITH_FEDERATION("web", "Web", true, false),

	/** A person signs in to a web application that holds a secret. */
	WEB_WITH_SECRET("web", "Web", false, true),

	/** A person signs in to a web application that holds a certificate. */
	WEB_WITH_CERTIFICATE("web", "Web", false, false),

	/** A person signs in to a page that runs in the browser. */
	SINGLE_PAGE("spa", "SPA", false, false),

	/** A person signs in to an installed program that listens on the loopback address. */
	DESKTOP("publicClient", "PublicClient", false, false),

	/** A person signs in elsewhere with a code that a device shows. */
	DEVICE_CODE("publicClient", "PublicClient", false, false);

	private final String graphPlatform;

	private final String terraformPlatform;

	private final boolean unattended;

	private final boolean withSecret;

	SignInKind(String graphPlatform, String terraformPlatform, boolean unattended, boolean withSecret) {
		this.graphPlatform = graphPlatform;
		this.terraformPlatform = terraformPlatform;
		this.unattended = unattended;
		this.withSecret = withSecret;
	}

	/**
	 * The property of the application in Microsoft Graph that holds its redirect URIs.
	 */
	String graphPlatform() {
		return this.graphPlatform;
	}

	/**
	 * The {@code type} of {@code azuread_application_redirect_uris}.
	 */
	String terraformPlatform() {
		return this.terraformPlatform;
	}

	/**
	 * Whether it needs no person.
	 */
	public boolean unattended() {
		return this.unattended;
	}

	boolean withSecret() {
		return this.withSecret;
	}

	/**
	 * Whether it proves itself with the key of a certificate.
	 */
	public boolean withCertificate() {
		return this == APP_WITH_CERTIFICATE || this == WEB_WITH_CERTIFICATE;
	}

	/**
	 * Whether a person is sent to a redirect URI with a code.
	 */
	boolean withCode() {
		return this == WEB_WITH_SECRET || this == WEB_WITH_CERTIFICATE || this == SINGLE_PAGE || this == DESKTOP;
	}

}
