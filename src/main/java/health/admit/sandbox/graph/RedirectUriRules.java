package health.admit.sandbox.graph;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules for redirect URIs. What was there before and did not change is not looked at
 * again.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reply-url">Redirect
 * URI restrictions</a>
 */
final class RedirectUriRules {

	private static final int MOST = 256;

	private static final int MOST_PERSONAL = 100;

	private static final int LONGEST = 256;

	private static final Pattern UNSUPPORTED = Pattern.compile("[!$'(),;\\s\\p{Cntrl}<>\"\\\\^`{|}]");

	private static final Pattern CUSTOM_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+");

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

	private RedirectUriRules() {
	}

	static void check(ObjectNode before, ObjectNode after, boolean personal) {
		Set<String> known = new HashSet<>();
		Set<String> all = new HashSet<>();
		List<String> everywhere = new ArrayList<>();
		for (String platform : List.of("web", "spa", "publicClient")) {
			known.clear();
			known.addAll(Json.texts(before, platform + "/redirectUris"));
			for (String uri : Json.texts(after, platform + "/redirectUris")) {
				everywhere.add(uri);
				all.add(uri);
				String fault = known.contains(uri) ? null : fault(uri, platform.equals("publicClient"), personal);
				if (fault != null) {
					throw GraphProblem.badProperty("InvalidValue", platform + ".redirectUris",
							"Property " + platform + ".redirectUris has an invalid value '" + uri + "': " + fault);
				}
			}
		}
		if (all.size() != everywhere.size()) {
			throw GraphProblem.badProperty("InvalidValue", "redirectUris",
					"One or more redirect URIs are listed more than once.");
		}
		if (all.size() > (personal ? MOST_PERSONAL : MOST)) {
			throw GraphProblem.badProperty("InvalidValue", "redirectUris",
					"The application has more redirect URIs than its supported account types allow.");
		}
	}

	private static @Nullable String fault(String text, boolean publicClient, boolean personal) {
		if (text.length() > LONGEST) {
			return "it is longer than " + LONGEST + " characters.";
		}
		if (UNSUPPORTED.matcher(text).find()) {
			return "it contains characters that are not supported.";
		}
		boolean wildcard = text.contains("*");
		if (wildcard && personal) {
			return "wildcards are not supported for personal Microsoft accounts.";
		}
		URI uri = parse(wildcard ? text.replace("*", "x") : text);
		if (uri == null || uri.getScheme() == null) {
			return "it is not an absolute URI.";
		}
		if (uri.getRawFragment() != null) {
			return "it must not have a fragment.";
		}
		if (uri.getRawQuery() != null && personal) {
			return "query strings are not supported for personal Microsoft accounts.";
		}
		return schemeFault(uri, publicClient);
	}

	private static @Nullable String schemeFault(URI uri, boolean publicClient) {
		String scheme = uri.getScheme().toLowerCase(java.util.Locale.ROOT);
		if (scheme.equals("https")) {
			return (uri.getHost() != null) ? null : "it has no host.";
		}
		if (scheme.equals("http")) {
			return LOOPBACK.contains((uri.getHost() != null) ? uri.getHost() : "") ? null
					: "it must start with 'https' or 'http://localhost'.";
		}
		boolean harmful = Set.of("javascript", "data", "file", "vbscript").contains(scheme);
		boolean custom = publicClient && !harmful && CUSTOM_SCHEME.matcher(uri.toString()).matches();
		return custom ? null : "it must start with 'https' or 'http://localhost'.";
	}

	private static @Nullable URI parse(String text) {
		try {
			return URI.create(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
