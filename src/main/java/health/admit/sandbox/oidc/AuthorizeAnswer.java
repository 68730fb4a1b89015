package health.admit.sandbox.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the browser takes back to the client.
 *
 * @param parameters in the order they are written
 */
record AuthorizeAnswer(String redirectUri, ResponseMode mode, Map<String, String> parameters) {

	/** The address the browser is sent to, in the modes that need no form. */
	String location() {
		String encoded = this.parameters.entrySet()
			.stream()
			.map((entry) -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
			.collect(Collectors.joining("&"));
		String uri = withPath();
		if (this.mode == ResponseMode.FRAGMENT) {
			return uri + "#" + encoded;
		}
		return uri + (uri.contains("?") ? "&" : "?") + encoded;
	}

	/** Entra adds a slash to a redirect URI that has no path. */
	private String withPath() {
		URI uri = URI.create(this.redirectUri);
		boolean bare = uri.getHost() != null && Objects.requireNonNullElse(uri.getRawPath(), "").isEmpty()
				&& uri.getRawQuery() == null;
		return bare ? this.redirectUri + "/" : this.redirectUri;
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
