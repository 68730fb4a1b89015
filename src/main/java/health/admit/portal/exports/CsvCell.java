package health.admit.portal.exports;

/**
 * Makes a text harmless in a cell. A spreadsheet runs what begins with a formula sign,
 * also behind blanks, and, where it takes another separator than ours, also behind one of
 * those: such a sign gets an apostrophe in front. Line breaks and other control
 * characters become blanks.
 */
final class CsvCell {

	/** Beside the plain signs their small, full-width and mathematical forms. */
	private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212\u207A\u207B";

	private static final String SEPARATORS = ",;|\"\uFF0C\uFF1B";

	private CsvCell() {
	}

	static String of(String text) {
		StringBuilder cell = new StringBuilder(text.length() + 1);
		boolean beginning = true;
		boolean first = true;
		for (int i = 0; i < text.length(); i++) {
			char sign = Character.isISOControl(text.charAt(i)) || isLineEnd(text.charAt(i)) ? ' ' : text.charAt(i);
			if (beginning && SIGNS.indexOf(sign) >= 0) {
				cell.insert(first ? 0 : cell.length(), '\'');
			}
			cell.append(sign);
			if (SEPARATORS.indexOf(sign) >= 0) {
				beginning = true;
			}
			else if (!isInvisible(sign)) {
				beginning = false;
			}
			first = first && isInvisible(sign);
		}
		return cell.toString();
	}

	private static boolean isLineEnd(char sign) {
		return sign == '\u2028' || sign == '\u2029';
	}

	private static boolean isInvisible(char sign) {
		return Character.isWhitespace(sign) || Character.isSpaceChar(sign)
				|| Character.getType(sign) == Character.FORMAT;
	}

}
