package health.admit.portal.kits;

/**
 * Text in Bicep. Pure.
 */
final class BicepText {

	private BicepText() {
	}

	static String literal(String text) {
		return Quoted.codePoints('\'', text, (sign) -> (sign == '\'') ? "\\'" : "\\u{%x}".formatted(sign))
			.replace("${", "\\${");
	}

}
