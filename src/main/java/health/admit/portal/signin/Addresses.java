package health.admit.portal.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Paths with queries, and the page a request came from.
 */
final class Addresses {

	private Addresses() {
	}

	/**
	 * A path with one or two query parameters.
	 */
	static String with(String path, String... namesAndValues) {
		StringBuilder address = new StringBuilder(path);
		for (int i = 0; i < namesAndValues.length; i += 2) {
			address.append((i == 0) ? '?' : '&')
				.append(namesAndValues[i])
				.append('=')
				.append(UriUtils.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
		}
		return address.toString();
	}

	static boolean isHtmx(HttpServletRequest request) {
		return request.getHeader("HX-Request") != null;
	}

	/**
	 * Path and query of the page the person is looking at: for htmx the one in the
	 * address bar, which is not the one that is asked for.
	 */
	static String page(HttpServletRequest request) {
		String shown = isHtmx(request) ? request.getHeader("HX-Current-URL") : null;
		return (shown != null) ? path(shown) : own(request);
	}

	private static String own(HttpServletRequest request) {
		String query = request.getQueryString();
		return ReturnPath.of(request.getRequestURI() + ((query != null) ? "?" + query : ""));
	}

	private static String path(String url) {
		try {
			URI uri = URI.create(url);
			String query = uri.getRawQuery();
			return ReturnPath.of(path(uri) + ((query != null) ? "?" + query : ""));
		}
		catch (IllegalArgumentException ex) {
			return ReturnPath.HOME;
		}
	}

	private static @Nullable String path(URI uri) {
		return uri.getRawPath();
	}

}
