package health.admit.portal.azure;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Reads web addresses out of what Azure says.
 */
final class Addresses {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private Addresses() {
	}

	/**
	 * A web address; empty when the text is none, carries a user, or is not encrypted on
	 * its way to another machine.
	 */
	static Optional<URI> web(String text) {
		try {
			URI uri = URI.create(text.strip());
			boolean plain = uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null
					&& uri.getFragment() == null;
			boolean safe = "https".equalsIgnoreCase(uri.getScheme())
					|| ("http".equalsIgnoreCase(uri.getScheme()) && plain && LOOPBACK.contains(uri.getHost()));
			return (plain && safe) ? Optional.of(uri) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
