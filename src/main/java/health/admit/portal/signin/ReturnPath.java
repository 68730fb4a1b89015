package health.admit.portal.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where the browser goes after signing in: always a page of the portal, whatever was
 * asked for.
 */
final class ReturnPath {

	static final String HOME = "/";

	private static final int LONGEST = 1000;

	private static final List<String> DETOURS = List.of("/signin", "/signed-out", "/signout", "/session", "/oauth2/",
			"/login", "/error", "/assets/", "/webjars/", "/actuator");

	private ReturnPath() {
	}

	/**
	 * The path as given when it stays in the portal, otherwise the home page.
	 */
	static String of(@Nullable String wanted) {
		if (wanted == null || wanted.length() > LONGEST || !isLocal(wanted)
				|| DETOURS.stream().anyMatch(wanted::startsWith)) {
			return HOME;
		}
		return wanted;
	}

	private static boolean isLocal(String wanted) {
		if (!wanted.startsWith("/") || wanted.startsWith("//") || wanted.contains("\\")) {
			return false;
		}
		try {
			URI uri = new URI(wanted);
			// Decoded, so that %2f%2f and %0d%0a are seen for what they are.
			String path = uri.getPath();
			return !uri.isAbsolute() && uri.getRawAuthority() == null && path != null && !path.startsWith("//")
					&& path.chars().noneMatch((c) -> c == '\\' || Character.isISOControl(c));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
