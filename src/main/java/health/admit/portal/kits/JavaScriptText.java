package health.admit.portal.kits;

/**
 * Text in JavaScript. Pure.
 */
final class JavaScriptText {

	private JavaScriptText() {
	}

	/**
	 * Braces are escaped, because Postman expands {@code {{name}}} also within scripts
	 * that pass through its variables.
	 */
	static String literal(String text) {
		return Quoted.units('\'', text, (sign) -> (sign == '\'') ? "\\'" : "\\u%04x".formatted(sign))
			.replace("{", "\\u007b")
			.replace("}", "\\u007d");
	}

}
