package health.admit.portal.kits;

import java.util.function.IntFunction;

/**
 * Writes a text between quotes as plain ASCII: what could end the literal, cannot be seen
 * or is read differently from how it looks is escaped. Pure.
 */
final class Quoted {

	private Quoted() {
	}

	/**
	 * The literal for a language that counts in UTF-16 units.
	 */
	static String units(char quote, String text, IntFunction<String> escape) {
		return quoted(quote, text.chars().toArray(), escape);
	}

	/**
	 * The literal for a language that counts in code points.
	 */
	static String codePoints(char quote, String text, IntFunction<String> escape) {
		return quoted(quote, text.codePoints().toArray(), escape);
	}

	private static String quoted(char quote, int[] signs, IntFunction<String> escape) {
		StringBuilder literal = new StringBuilder().append(quote);
		for (int sign : signs) {
			switch (sign) {
				case '\n' -> literal.append("\\n");
				case '\r' -> literal.append("\\r");
				case '\t' -> literal.append("\\t");
				case '\\' -> literal.append("\\\\");
				default -> literal.append(plain(quote, sign) ? Character.toString(sign) : escape.apply(sign));
			}
		}
		return literal.append(quote).toString();
	}

	private static boolean plain(char quote, int sign) {
		return sign != quote && sign >= ' ' && sign <= '~';
	}

}
