package health.admit.portal.registration;

/**
 * Text inside commands for a POSIX shell. Pure.
 */
final class ShellText {

	private ShellText() {
	}

	/**
	 * One word that the shell hands on unchanged: in single quotes nothing is special but
	 * the quote itself.
	 */
	static String literal(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

}
