package health.admit.portal.kits;

/**
 * Text in Java. Pure.
 */
final class JavaText {

	private JavaText() {
	}

	/**
	 * Control characters are written in octal: Java replaces a Unicode escape before it
	 * looks for the end of a literal.
	 */
	static String literal(String text) {
		return Quoted.units('"', text,
				(sign) -> (sign == '"') ? "\\\"" : (sign < ' ') ? "\\%03o".formatted(sign) : "\\u%04x".formatted(sign));
	}

}
