package health.admit.portal.registration;

import java.util.stream.Stream;

/**
 * Texts that have broken software before.
 */
final class HostileStrings {

	private HostileStrings() {
	}

	static Stream<String> all() {
		return Stream.of("<script>alert(1)</script>", "\"><img onerror=alert(1)>", "'-alert(1)-'", "</title>",
				"{{7*7}}", "[[${7*7}]]", "__${T(java.lang.Runtime)}__", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "\t=1",
				"$(touch X)", "`touch X`", "${jndi:ldap://x}", "%{if}", "${file(\"/etc/passwd\")}",
				"a\r\nSet-Cookie: a=b", "a\u0000b", "\u202Eexe.pdf", "a\u200Db", "\uD83E\uDDEC genome",
				"a" + "\u0301".repeat(200), "   ", "../../etc", "CON", "a;b", "a,b", "BEGIN:VEVENT", "\uD800", "null",
				"undefined", "NaN", "\u05E9\u05DC\u05D5\u05DD", "I\u0131\u0130", "javascript:alert(1)",
				"data:text/html,x", "x".repeat(1024 * 1024));
	}

}
