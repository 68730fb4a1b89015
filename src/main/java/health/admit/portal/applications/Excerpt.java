package health.admit.portal.applications;

import org.jspecify.annotations.Nullable;

/**
 * Keeps texts from the directory to a length a page can bear.
 */
final class Excerpt {

	static final int NAME = 256;

	static final int TEXT = 1024;

	private Excerpt() {
	}

	/**
	 * The beginning of a text, never half a character.
	 */
	static String of(@Nullable String text, int longest) {
		if (text == null || text.length() <= longest) {
			return (text != null) ? text : "";
		}
		int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
		return text.substring(0, end) + "…";
	}

}
