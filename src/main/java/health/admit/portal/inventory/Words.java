package health.admit.portal.inventory;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What can be searched for in a text: the beginnings of its words.
 */
final class Words {

	private static final int MOST = 12;

	/** Width of the column, in UTF-16 units as H2 counts. */
	private static final int LONGEST = 40;

	private Words() {
	}

	/**
	 * The words of a text, as the index and a search compare them.
	 * @return at most 12, in order
	 */
	static Set<String> of(String text) {
		String folded = fold(fold(text).toLowerCase(Locale.ROOT));
		Set<String> words = new LinkedHashSet<>();
		int start = 0;
		while (start < folded.length() && words.size() < MOST) {
			int end = start;
			while (end < folded.length() && Character.isLetterOrDigit(folded.codePointAt(end))) {
				end += Character.charCount(folded.codePointAt(end));
			}
			if (end > start) {
				words.add(Cut.to(folded.substring(start, end), LONGEST));
			}
			start = end + ((end < folded.length()) ? Character.charCount(folded.codePointAt(end)) : 0);
		}
		return words;
	}

	private static String fold(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC);
	}

}
