package health.admit.portal.kits;

/**
 * Text in C#. Pure.
 */
final class CSharpText {

	private CSharpText() {
	}

	/**
	 * Never with {@code \x}, which takes as many digits as it finds.
	 */
	static String literal(String text) {
		return Quoted.units('"', text, (sign) -> (sign == '"') ? "\\\"" : "\\u%04x".formatted(sign));
	}

}
