package health.admit.portal.kits;

/**
 * Text in Markdown, after CommonMark. Pure.
 */
final class MarkdownText {

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
