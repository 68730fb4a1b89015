package health.admit.portal.operation;

import org.jspecify.annotations.Nullable;

/**
 * Fits the words of a service into the journal.
 */
final class Texts {

	private Texts() {
	}

	/**
	 * The text without characters a database refuses, cut to a length.
	 */
	static @Nullable String atMost(@Nullable String text, int length) {
		if (text == null) {
			return null;
		}
		String clean = text.replace("\u0000", "");
		return (clean.length() <= length) ? clean : clean.substring(0, length);
	}

}
