package health.admit.portal.doctor;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pasted text with the tokens and secrets taken out of it.
 *
 * @param tokens views on the pasted characters, good as long as those are not wiped
 * @param rest everything else, with {@value #TAKEN} where something was taken out
 * @param redacted whether something was
 */
record Paste(List<CharBuffer> tokens, String rest, boolean redacted) {

	static final String TAKEN = "***";

	private static final int MOST_TOKENS = 3;

	/** A header of a token decodes to at least {@code {"alg":"none"}}. */
	private static final int SHORTEST_HEADER = 16;

	/**
	 * A value in quotation marks, in ones that are themselves escaped, or bare. Marks
	 * keep everything up to their partner together; where that is missing, everything.
	 */
	private static final String VALUE = "(?:\"((?:[^\"\\\\]|\\\\.){4,}+)|'((?:[^'\\\\]|\\\\.){4,}+)"
			+ "|\\\\\"((?:[^\"\\\\]|\\\\{2,}+\"?|\\\\(?!\")){4,}+)|([^\\s\"'&,;{}]{4,}))";

	/** Values of fields that hold secrets; the group that matches is the value. */
	private static final List<Pattern> SECRETS = List.of(
			Pattern
				.compile("(?:client_secret|refresh_token|access_token|id_token|id_token_hint|client_assertion|assertion"
						+ "|code_verifier|password|device_code|secretText|bearerToken|clientSecret|subscription-key)"
						+ "\\\\?[\"']?\\s{0,4}[=:]\\s{0,4}" + VALUE, Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
			Pattern.compile("[?&\\s\"']code[\"']?\\s{0,4}[=:]\\s{0,4}[\"']?([^\\s\"'&,;{}]{24,})"),
			Pattern.compile("(?:Bearer|Basic|PoP)\\s{1,4}([A-Za-z0-9_.~+/=-]{20,})", Pattern.CASE_INSENSITIVE),
			Pattern.compile("(?:^|\\n)\\s{0,4}(?:[<>]\\s)?(?:Set-)?Cookie:([^\\r\\n]{1,})", Pattern.CASE_INSENSITIVE),
			Pattern.compile("([A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{20,40})"));

	static Paste of(PastedText pasted) {
		char[] text = pasted.characters();
		int length = joined(text, pasted.length());
		List<CharBuffer> tokens = new ArrayList<>();
		BitSet taken = new BitSet(length);
		takeTokens(text, length, tokens, taken);
		CharBuffer view = CharBuffer.wrap(text, 0, length);
		for (Pattern pattern : SECRETS) {
			Matcher matcher = pattern.matcher(view);
			while (matcher.find()) {
				for (int group = 1; group <= matcher.groupCount(); group++) {
					if (matcher.start(group) != -1) {
						taken.set(matcher.start(group), matcher.end(group));
					}
				}
			}
		}
		return new Paste(List.copyOf(tokens), rest(text, length, taken), !taken.isEmpty());
	}

	/**
	 * Joins the lines of a token that a terminal has broken. Does nothing to a text that
	 * is more than a token.
	 * @return how many characters there are now
	 */
	private static int joined(char[] text, int length) {
		int start = 0;
		while (start < length && (text[start] <= ' ' || text[start] == '"' || text[start] == '\'')) {
			start++;
		}
		int end = runEnd(text, start, length);
		if (!beginsToken(text, start, length) || isWhole(text, start, end)) {
			return length;
		}
		for (int at = start; at < length; at++) {
			if (!isTokenCharacter(text[at]) && "\r\n\t \"'".indexOf(text[at]) == -1) {
				return length;
			}
		}
		int count = start;
		for (int at = start; at < length; at++) {
			if (isTokenCharacter(text[at])) {
				text[count++] = text[at];
			}
		}
		return count;
	}

	private static void takeTokens(char[] text, int length, List<CharBuffer> tokens, BitSet taken) {
		int at = 0;
		while (at < length) {
			boolean start = beginsToken(text, at, length) && (at == 0 || !isWord(text[at - 1]));
			int end = start ? runEnd(text, at, length) : at;
			if (start && looksLikeToken(text, at, end)) {
				if (tokens.size() < MOST_TOKENS) {
					tokens.add(CharBuffer.wrap(text, at, end - at));
				}
				taken.set(at, end);
			}
			at = Math.max(end, at + 1);
		}
	}

	/** In base64 a brace and a quotation mark or a space always begin like this. */
	private static boolean beginsToken(char[] text, int at, int length) {
		return at + 2 < length && text[at] == 'e' && (text[at + 1] == 'y' || text[at + 1] == 'w');
	}

	private static boolean looksLikeToken(char[] text, int from, int to) {
		int dot = dot(text, from, to);
		return (text[from + 2] == 'J' && to - from > SHORTEST_HEADER)
				|| (dot - from >= SHORTEST_HEADER && isObject(text, from, dot));
	}

	/** Whether header and claims can be decoded, so that nothing is missing. */
	private static boolean isWhole(char[] text, int from, int to) {
		int first = dot(text, from, to);
		int second = (first < to) ? dot(text, first + 1, to) : to;
		return second < to && isObject(text, from, first) && isObject(text, first + 1, second);
	}

	private static boolean isObject(char[] text, int from, int to) {
		byte[] bytes = new byte[to - from];
		for (int at = from; at < to; at++) {
			bytes[at - from] = (text[at] < 0x80) ? (byte) text[at] : (byte) '?';
		}
		byte[] decoded = Base64Parts.decode(bytes, 0, bytes.length);
		boolean object = decoded != null && decoded.length > 1 && decoded[0] == '{'
				&& decoded[decoded.length - 1] == '}';
		Base64Parts.wipe(bytes);
		Base64Parts.wipe(decoded);
		return object;
	}

	private static int dot(char[] text, int from, int to) {
		for (int at = from; at < to; at++) {
			if (text[at] == '.') {
				return at;
			}
		}
		return to;
	}

	private static int runEnd(char[] text, int from, int length) {
		int at = from;
		while (at < length && isTokenCharacter(text[at])) {
			at++;
		}
		return at;
	}

	private static boolean isTokenCharacter(char c) {
		return isWord(c) || c == '.' || c == '=' || c == '+' || c == '/';
	}

	private static boolean isWord(char c) {
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
	}

	private static String rest(char[] text, int length, BitSet taken) {
		StringBuilder rest = new StringBuilder();
		int at = 0;
		while (at < length) {
			int hole = taken.nextSetBit(at);
			int end = (hole == -1) ? length : hole;
			rest.append(text, at, end - at);
			if (hole != -1) {
				rest.append(TAKEN);
				end = taken.nextClearBit(hole);
			}
			at = end;
		}
		return rest.toString();
	}

}
