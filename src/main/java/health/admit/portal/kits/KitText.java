package health.admit.portal.kits;

/**
 * Text in the form that every file of a kit can carry. No shell variable holds a NUL and
 * no UTF-8 file half a surrogate pair; both become the replacement character, here and
 * nowhere else, so that all files say the same.
 */
final class KitText {

	private static final char REPLACEMENT = '\uFFFD';

	private KitText() {
	}

	static String carried(String text) {
		StringBuilder carried = new StringBuilder(text.length());
		text.codePoints()
			.map((sign) -> (sign == 0 || isHalf(sign)) ? REPLACEMENT : sign)
			.forEach(carried::appendCodePoint);
		return carried.toString();
	}

	private static boolean isHalf(int sign) {
		return sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
	}

}
