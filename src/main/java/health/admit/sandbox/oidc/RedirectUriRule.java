package health.admit.sandbox.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import health.admit.sandbox.tenant.Client;

/**
 * Which redirect URIs are good: those registered, letter by letter, save that the port
 * does not count on this machine, and that a URI without a path equals one with
 * {@code /}.
 */
final class RedirectUriRule {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

	private RedirectUriRule() {
	}

	/** Under which platform the URI is registered. */
	static Optional<Platform> platform(Client client, String redirectUri) {
		if (matchesAny(client.webRedirectUris(), redirectUri)) {
			return Optional.of(Platform.WEB);
		}
		if (matchesAny(client.spaRedirectUris(), redirectUri)) {
			return Optional.of(Platform.SPA);
		}
		return matchesAny(client.publicRedirectUris(), redirectUri) ? Optional.of(Platform.PUBLIC) : Optional.empty();
	}

	static boolean matchesAny(List<String> registered, String given) {
		return registered.stream().anyMatch((uri) -> matches(uri, given));
	}

	static boolean matches(String registered, String given) {
		try {
			URI one = new URI(registered);
			URI other = new URI(given);
			return given.equals(registered) || (isWeb(one) && sameOrigin(one, other) && samePath(one, other));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/** The origin of a redirect URI, or its scheme where it has none, as CSP words it. */
	static String source(String redirectUri) {
		URI uri = URI.create(redirectUri);
		if (!isWeb(uri)) {
			return uri.getScheme() + ":";
		}
		return uri.getScheme() + "://" + uri.getHost() + ((uri.getPort() < 0) ? "" : ":" + uri.getPort());
	}

	private static boolean isWeb(URI uri) {
		return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
				&& uri.getHost() != null;
	}

	private static boolean sameOrigin(URI one, URI other) {
		boolean loopback = LOOPBACK.contains(one.getHost());
		return one.getScheme().equalsIgnoreCase(other.getScheme()) && one.getHost().equalsIgnoreCase(other.getHost())
				&& other.getRawUserInfo() == null && (loopback || one.getPort() == other.getPort());
	}

	private static boolean samePath(URI one, URI other) {
		return path(one).equals(path(other)) && Objects.equals(one.getRawQuery(), other.getRawQuery())
				&& other.getRawFragment() == null;
	}

	private static String path(URI uri) {
		return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
	}

}
