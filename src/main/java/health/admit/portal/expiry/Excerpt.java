package health.admit.portal.expiry;

import org.jspecify.annotations.Nullable;

/**
 * Keeps texts from the directory to a length a table can bear.
 */
final class Excerpt {

	private static final int LONGEST = 256;

	private Excerpt() {
	}

	/**
	 * The beginning of a text, never half a character.
	 */
	static String of(@Nullable String text) {
		if (text == null || text.length() <= LONGEST) {
			return (text != null) ? text : "";
		}
		int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return text.substring(0, end) + "…";
	}

}
