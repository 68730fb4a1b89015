package health.admit.portal.web;

import java.util.regex.Pattern;

/**
 * Lets only addresses within the portal through, so that a form field cannot send the
 * browser elsewhere.
 */
final class OwnAddress {

	private static final Pattern PATH = Pattern
		.compile("/(?:[A-Za-z0-9._~-][A-Za-z0-9._~/%-]*)?(?:\\?[A-Za-z0-9._~/%=&+-]*)?");

	private OwnAddress() {
	}

	/**
	 * The address itself when it is a path of the portal, otherwise the home page.
	 */
	static String orHome(String address) {
		return PATH.matcher(address).matches() && !address.contains("//") ? address : "/";
	}

}
