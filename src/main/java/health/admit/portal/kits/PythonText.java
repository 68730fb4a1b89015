package health.admit.portal.kits;

/**
 * Text in Python. Pure.
 */
final class PythonText {

	private PythonText() {
	}

	static String literal(String text) {
		return Quoted.codePoints('"', text, (sign) -> (sign > 0xFFFF) ? "\\U%08x".formatted(sign)
				: (sign == '"') ? "\\\"" : "\\u%04x".formatted(sign));
	}

}
