package health.admit.portal.kits;

import java.nio.charset.StandardCharsets;

/**
 * Text in {@code .env} files. Readers of such files disagree about quotes, backslashes
 * and number signs, so a value has none: what is not plain is percent-encoded. Pure.
 */
final class DotenvText {

	private static final String UNRESERVED = "-._~";

	private static final String OF_ADDRESSES = UNRESERVED + ":/?&=%@+";

	private DotenvText() {
	}

	/**
	 * The text as it goes into a form: REST clients put the value into the body as it
	 * stands.
	 */
	static String formValue(String text) {
		return encoded(text, UNRESERVED);
	}

	/**
	 * An address, unchanged where it is plain.
	 */
	static String address(String address) {
		return encoded(address, OF_ADDRESSES);
	}

	private static String encoded(String text, String plain) {
		StringBuilder value = new StringBuilder(text.length());
		for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
			char sign = (char) (unit & 0xFF);
			boolean kept = sign < 0x80 && (Character.isLetterOrDigit(sign) || plain.indexOf(sign) >= 0);
			value.append(kept ? String.valueOf(sign) : "%%%02X".formatted((int) sign));
		}
		return value.toString();
	}

}
