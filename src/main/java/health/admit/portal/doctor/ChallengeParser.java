package health.admit.portal.doctor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads challenges by the grammar of RFC 9110, 11.6.1: one pass, no backtracking. What
 * does not follow it, or says a thing twice, is no challenge.
 */
final class ChallengeParser {

	private static final int LONGEST = 8192;

	private static final String SYMBOLS = "!#$%&'*+-.^_`|~";

	private static final Set<String> NAMES = Set.of("www-authenticate", "proxy-authenticate");

	private final String text;

	private int at;

	private ChallengeParser(String text) {
		this.text = text;
	}

	static Optional<Map<String, String>> bearer(String header) {
		String value = value(header.strip());
		if (value.length() > LONGEST || value.chars().anyMatch((c) -> (c < ' ' && c != '\t') || c == 0x7f)) {
			return Optional.empty();
		}
		return Optional.ofNullable(new ChallengeParser(value).bearer());
	}

	private static String value(String header) {
		int colon = header.indexOf(':');
		return (colon > 0 && NAMES.contains(header.substring(0, colon).strip().toLowerCase(Locale.ROOT)))
				? header.substring(colon + 1).strip() : header;
	}

	private @Nullable Map<String, String> bearer() {
		Map<String, String> found = null;
		String scheme = token();
		while (!scheme.isEmpty()) {
			Map<String, String> parameters = new HashMap<>();
			String next = parameters(parameters);
			if (next == null) {
				return null;
			}
			if (found == null && "bearer".equalsIgnoreCase(scheme)) {
				found = parameters;
			}
			scheme = next;
		}
		return (this.at == this.text.length()) ? found : null;
	}

	/**
	 * Reads the parameters of one challenge.
	 * @return the scheme of the next one; empty at the end; null where the text is no
	 * challenge
	 */
	private @Nullable String parameters(Map<String, String> into) {
		boolean first = true;
		while (true) {
			int comma = separators();
			String name = token();
			if (name.isEmpty()) {
				return (this.at == this.text.length()) ? "" : null;
			}
			if (!first && comma == 0) {
				return null;
			}
			if (!isParameter()) {
				return (comma > 0) ? name : null;
			}
			String value = value();
			if (value == null || into.putIfAbsent(name.toLowerCase(Locale.ROOT), value) != null) {
				return null;
			}
			first = false;
		}
	}

	/** Skips spaces and commas; returns how many commas there were. */
	private int separators() {
		int commas = 0;
		while (this.at < this.text.length() && " \t,".indexOf(this.text.charAt(this.at)) != -1) {
			commas += (this.text.charAt(this.at) == ',') ? 1 : 0;
			this.at++;
		}
		return commas;
	}

	private boolean isParameter() {
		int ahead = this.at;
		while (ahead < this.text.length() && this.text.charAt(ahead) == ' ') {
			ahead++;
		}
		if (ahead == this.text.length() || this.text.charAt(ahead) != '=') {
			return false;
		}
		ahead++;
		while (ahead < this.text.length() && this.text.charAt(ahead) == ' ') {
			ahead++;
		}
		this.at = ahead;
		return true;
	}

	private @Nullable String value() {
		if (this.at < this.text.length() && this.text.charAt(this.at) == '"') {
			return quoted();
		}
		String value = token();
		return value.isEmpty() ? null : value;
	}

	private @Nullable String quoted() {
		StringBuilder value = new StringBuilder();
		for (this.at++; this.at < this.text.length(); this.at++) {
			char c = this.text.charAt(this.at);
			if (c == '"') {
				this.at++;
				return value.toString();
			}
			if (c == '\\') {
				this.at++;
				if (this.at == this.text.length()) {
					return null;
				}
				c = this.text.charAt(this.at);
			}
			value.append(c);
		}
		return null;
	}

	private String token() {
		int start = this.at;
		while (this.at < this.text.length() && isTokenCharacter(this.text.charAt(this.at))) {
			this.at++;
		}
		return this.text.substring(start, this.at);
	}

	private static boolean isTokenCharacter(char c) {
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || SYMBOLS.indexOf(c) != -1;
	}

}
