package health.admit.portal.registration;

import java.util.List;

import health.admit.portal.directory.RedirectUris;

/**
 * The platforms an application can have. A redirect URI belongs to one of them, and the
 * platform decides how a code that is sent there can be redeemed.
 */
enum RedirectPlatform {

	/** {@code web}: redeemed with a secret or certificate. */
	WEB,

	/** {@code spa}: redeemed in the browser, with PKCE and an Origin header. */
	SINGLE_PAGE,

	/** {@code publicClient}: redeemed with PKCE and no credential. */
	PUBLIC_CLIENT;

	List<String> of(RedirectUris uris) {
		return switch (this) {
			case WEB -> uris.web();
			case SINGLE_PAGE -> uris.singlePage();
			case PUBLIC_CLIENT -> uris.publicClient();
		};
	}

}
