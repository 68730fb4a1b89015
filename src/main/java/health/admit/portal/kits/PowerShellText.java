package health.admit.portal.kits;

/**
 * Text in PowerShell scripts. Pure.
 */
final class PowerShellText {

	private PowerShellText() {
	}

	/**
	 * An expression for the text in plain ASCII: Windows PowerShell reads other files in
	 * the code page of the machine, and takes typographic quotes for quotes.
	 */
	static String literal(String text) {
		StringBuilder parts = new StringBuilder("'");
		boolean open = true;
		for (char unit : text.toCharArray()) {
			boolean plain = unit >= ' ' && unit <= '~';
			if (plain && !open) {
				parts.append(" + '");
			}
			else if (!plain && open) {
				parts.append('\'');
			}
			open = plain;
			parts.append(
					plain ? ((unit == '\'') ? "''" : String.valueOf(unit)) : " + [char]0x%04x".formatted((int) unit));
		}
		String expression = open ? parts.append('\'').toString() : parts.toString();
		return expression.contains("[char]") ? "(" + expression + ")" : expression;
	}

}
