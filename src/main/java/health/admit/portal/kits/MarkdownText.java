package health.admit.portal.kits;

import java.util.regex.Pattern;

/**
 * Text in Markdown, after CommonMark. Pure.
 */
final class MarkdownText {

	/** What needs no escaping in a code span, nor in the cell of a table. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9:/._~?&=%@+()-]+");

	private MarkdownText() {
	}

	/**
	 * Text that is shown as it is: no mark-up, no link, no HTML, on one line of the file.
	 */
	static String text(String text) {
		StringBuilder shown = new StringBuilder(text.length());
		int[] signs = text.codePoints().toArray();
		for (int i = 0; i < signs.length; i++) {
			boolean edge = i == 0 || i == signs.length - 1;
			shown.append(shown(signs[i], edge));
		}
		return shown.toString();
	}

	/**
	 * An id or address, such that it can be copied from the file too. One with signs that
	 * ids do not have is text.
	 */
	static String value(String value) {
		return PLAIN.matcher(value).matches() ? "`" + value + "`" : text(value);
	}

	private static String shown(int sign, boolean edge) {
		if (sign == ' ') {
			return edge ? "&#32;" : " ";
		}
		if (Character.isLetterOrDigit(sign)) {
			return Character.toString(sign);
		}
		return (sign > ' ' && sign <= '~') ? "\\" + Character.toString(sign) : "&#" + sign + ";";
	}

}
