package health.admit.portal.kits;

/**
 * Text in the language of Terraform. Pure.
 */
final class HclText {

	private HclText() {
	}

	/**
	 * A quoted text in which nothing is a template: the signs before a brace are written
	 * by their number, because how doubled ones are read depends on what stands before
	 * them.
	 */
	static String literal(String text) {
		String quoted = Quoted.codePoints('"', text, (sign) -> (sign > 0xFFFF) ? "\\U%08x".formatted(sign)
				: (sign == '"') ? "\\\"" : "\\u%04x".formatted(sign));
		return quoted.replace("${", "\\u0024{").replace("%{", "\\u0025{");
	}

}
