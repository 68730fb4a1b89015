package health.admit.portal.signin;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where people reach the portal. Links that leave the portal are built from this, never
 * from the Host header of a request.
 *
 * @param origin scheme, host and port
 * @param trustedHosts further host names that requests may name
 */
public record PortalAddress(URI origin, Set<String> trustedHosts) {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	boolean isSecure() {
		return "https".equals(this.origin.getScheme());
	}

	boolean isLoopback() {
		return LOOPBACK.contains(this.origin.getHost());
	}

	boolean answersTo(String hostname) {
		String name = hostname.toLowerCase(Locale.ROOT);
		return name.equals(this.origin.getHost().toLowerCase(Locale.ROOT)) || this.trustedHosts.contains(name);
	}

	String redirectUri() {
		return this.origin + "/login/oauth2/code/" + EntraRegistration.ID;
	}

	String signedOutUri() {
		return this.origin + "/signed-out";
	}

	/**
	 * A cookie name that the browser binds to this host where it can.
	 */
	String cookieName(String name) {
		return isSecure() ? "__Host-" + name : name;
	}

}
