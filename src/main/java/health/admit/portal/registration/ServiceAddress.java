package health.admit.portal.registration;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The address of a service as an admin types or confirms it.
 */
final class ServiceAddress {

	private static final int LONGEST = 512;

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private ServiceAddress() {
	}

	/**
	 * Reads an address; empty when it is none that a client could use. A slash at the end
	 * is taken off.
	 */
	static Optional<String> parse(@Nullable String typed) {
		String text = (typed != null) ? typed.strip() : "";
		if (text.isEmpty() || text.length() > LONGEST || !text.matches("[A-Za-z0-9:/._~%@?#\\[\\]-]+")) {
			return Optional.empty();
		}
		try {
			URI uri = URI.create(text);
			boolean plain = uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null
					&& uri.getFragment() == null;
			boolean safe = "https".equalsIgnoreCase(uri.getScheme())
					|| (plain && "http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
			return (plain && safe) ? Optional.of(text.replaceFirst("/+$", "")) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
