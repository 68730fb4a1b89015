package health.admit.sandbox.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a {@code $filter}, one after the other.
 */
final class FilterTokens {

	private static final Pattern TOKEN = Pattern
		.compile("\\s*(?:(?<string>'(?:[^']|'')*')|(?<mark>[(),])|(?<word>[^\\s'(),]+))");

	private final List<String> tokens = new ArrayList<>();

	private int next;

	FilterTokens(String text) {
		Matcher matcher = TOKEN.matcher(text);
		int end = 0;
		while (matcher.lookingAt()) {
			this.tokens.add(matcher.group().trim());
			end = matcher.end();
			matcher.region(end, text.length());
		}
		if (!text.substring(end).isBlank()) {
			throw GraphProblem
				.badRequest("Invalid filter clause: There is an unterminated string literal in '" + text + "'.");
		}
	}

	boolean atEnd() {
		return this.next >= this.tokens.size();
	}

	String peek() {
		return atEnd() ? "" : this.tokens.get(this.next);
	}

	String take() {
		if (atEnd()) {
			throw GraphProblem.badRequest("Invalid filter clause: Expression expected at the end.");
		}
		return this.tokens.get(this.next++);
	}

	boolean takeIf(String token) {
		if (peek().equalsIgnoreCase(token)) {
			this.next++;
			return true;
		}
		return false;
	}

	void expect(String token) {
		if (!takeIf(token)) {
			throw GraphProblem.badRequest("Invalid filter clause: '" + token + "' expected, found '" + peek() + "'.");
		}
	}

}
