package health.admit.portal.registration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a redirect URI, split as RFC 3986 appendix B does; {@link java.net.URI}
 * knows no wildcard.
 *
 * @param scheme lower case
 * @param authority what follows {@code //}; null when there is none
 * @param query null when there is no {@code ?}
 * @param fragment null when there is no {@code #}
 */
record RedirectUri(String text, String scheme, @Nullable String authority, String path, @Nullable String query,
		@Nullable String fragment) {

	private static final Pattern PARTS = Pattern
		.compile("([A-Za-z][A-Za-z0-9+.-]*):(//([^/?#]*))?([^?#]*)(\\?([^#]*))?(#(.*))?", Pattern.DOTALL);

	private static final Pattern PORT = Pattern.compile(":\\d*$");

	/**
	 * Splits a URI; empty when it has no scheme.
	 */
	static Optional<RedirectUri> of(String text) {
		Matcher parts = PARTS.matcher(text);
		if (!parts.matches()) {
			return Optional.empty();
		}
		return Optional.of(new RedirectUri(text, parts.group(1).toLowerCase(Locale.ROOT), parts.group(3),
				parts.group(4), parts.group(6), parts.group(8)));
	}

	boolean isHttp() {
		return "http".equals(this.scheme);
	}

	boolean isWeb() {
		return isHttp() || "https".equals(this.scheme);
	}

	/**
	 * Host in lower case without user and port; empty when there is none.
	 */
	String host() {
		if (this.authority == null) {
			return "";
		}
		String afterUser = this.authority.substring(this.authority.lastIndexOf('@') + 1);
		return PORT.matcher(afterUser).replaceFirst("").toLowerCase(Locale.ROOT);
	}

	/**
	 * The port as written; null when none is.
	 */
	@Nullable String port() {
		if (this.authority == null) {
			return null;
		}
		Matcher port = PORT.matcher(this.authority);
		return port.find() ? port.group().substring(1) : null;
	}

	boolean hasUser() {
		return this.authority != null && this.authority.indexOf('@') >= 0;
	}

	/**
	 * Whether the sign-in service ignores the port of this URI.
	 */
	boolean isLoopback() {
		return isWeb() && ("localhost".equals(host()) || "127.0.0.1".equals(host()));
	}

	/**
	 * The form in which two spellings of one URI are the same.
	 */
	String normal() {
		String start = this.scheme + ":"
				+ ((this.authority != null) ? "//" + this.authority.toLowerCase(Locale.ROOT) : "");
		return start + rest();
	}

	/**
	 * The same without the port.
	 */
	String withoutPort() {
		return this.scheme + "://" + host() + rest();
	}

	private String rest() {
		return this.path + ((this.query != null) ? "?" + this.query : "")
				+ ((this.fragment != null) ? "#" + this.fragment : "");
	}

}
