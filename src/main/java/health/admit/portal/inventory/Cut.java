package health.admit.portal.inventory;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Makes hostile texts fit for the database: no U+0000 and no half characters, which
 * PostgreSQL refuses or changes, and no more than the column holds.
 */
final class Cut {

	private static final int LONGEST_TEXT = 4000;

	private static final int LONGEST_KEY = 64;

	private static final char REPLACEMENT = '\uFFFD';

	private Cut() {
	}

	static String clean(String text) {
		StringBuilder clean = new StringBuilder(Math.min(text.length(), LONGEST_TEXT));
		text.codePoints()
			.limit(LONGEST_TEXT)
			.forEach((point) -> clean.appendCodePoint((point == 0 || isHalf(point)) ? REPLACEMENT : point));
		return to(clean.toString(), LONGEST_TEXT);
	}

	static @Nullable String cleanOrNull(@Nullable String text) {
		return (text != null) ? clean(text) : null;
	}

	/** A text as it is sorted. */
	static String nameKey(String clean) {
		return to(clean.toLowerCase(Locale.ROOT), LONGEST_KEY);
	}

	/** At most so many UTF-16 units, without half a character at the end. */
	static String to(String text, int most) {
		if (text.length() <= most) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
	}

	private static boolean isHalf(int point) {
		return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
	}

}
