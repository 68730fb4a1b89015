package health.admit.portal.registration;

import java.util.List;

/**
 * Redirect URIs of tools that are used with FHIR and DICOM services.
 */
enum RedirectPreset {

	/** Postman's own list, www.postman.com/.well-known/oauth/client-metadata.json. */
	POSTMAN("https://oauth.pstmn.io/v1/callback", "https://oauth.pstmn.io/v1/browser-callback"),

	POSTMAN_LEGACY("https://www.getpostman.com/oauth2/callback"),

	LOCALHOST("http://localhost"),

	SMART_LAUNCHER(RedirectPlatform.SINGLE_PAGE, "https://localhost:5001/sampleapp/index.html"),

	INFERNO("https://inferno.healthit.gov/suites/custom/smart/redirect"),

	OHIF(RedirectPlatform.SINGLE_PAGE, "https://{host}/callback");

	private static final String HOST = "{host}";

	private final RedirectPlatform platform;

	private final List<String> uris;

	RedirectPreset(String... uris) {
		this(RedirectPlatform.PUBLIC_CLIENT, uris);
	}

	RedirectPreset(RedirectPlatform platform, String... uris) {
		this.platform = platform;
		this.uris = List.of(uris);
	}

	/**
	 * The platform these URIs belong on. Tools that redeem the code themselves use the
	 * credential when the client has one.
	 */
	RedirectPlatform platform(boolean confidential) {
		boolean redeemsByItself = this == POSTMAN || this == POSTMAN_LEGACY || this == INFERNO;
		return (redeemsByItself && confidential) ? RedirectPlatform.WEB : this.platform;
	}

	boolean needsHost() {
		return this.uris.get(0).contains(HOST);
	}

	/**
	 * The URIs.
	 * @param host host name of the admin's own installation, for tools that have one
	 */
	List<String> uris(String host) {
		return this.uris.stream().map((uri) -> uri.replace(HOST, host)).toList();
	}

}
