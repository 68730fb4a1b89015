package health.admit.portal.kits;

import java.nio.charset.StandardCharsets;

/**
 * Text in bash scripts. Pure.
 */
final class BashText {

	private BashText() {
	}

	/**
	 * One word that bash hands on unchanged, also bash 3.2 and in any locale: between
	 * single quotes nothing is special but the quote; what cannot be seen is written by
	 * its bytes.
	 */
	static String literal(String text) {
		boolean visible = text.chars().allMatch((sign) -> sign >= ' ' && sign <= '~');
		return visible ? "'" + text.replace("'", "'\\''") + "'" : byBytes(text);
	}

	private static String byBytes(String text) {
		StringBuilder word = new StringBuilder("$'");
		for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
			int sign = unit & 0xFF;
			if (sign == '\'' || sign == '\\') {
				word.append('\\').append((char) sign);
			}
			else if (sign >= ' ' && sign <= '~') {
				word.append((char) sign);
			}
			else {
				word.append("\\x%02x".formatted(sign));
			}
		}
		return word.append('\'').toString();
	}

}
