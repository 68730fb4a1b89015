package health.admit.journey;

import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Texts that a field has to refuse, and texts that have broken software before.
 */
final class BadTexts {

	private BadTexts() {
	}

	/** For a field of one line that must not be empty. */
	static Stream<Arguments> line(String page, String field, int most, String empty, String tooLong, String control) {
		return Stream.concat(Stream.of(arguments(page, field, "", empty), arguments(page, field, " \u2003 ", empty)),
				optionalLine(page, field, most, tooLong, control));
	}

	/** For a field of one line. */
	static Stream<Arguments> optionalLine(String page, String field, int most, String tooLong, String control) {
		return Stream.concat(text(page, field, most, tooLong, control),
				Stream.of(arguments(page, field, "a\u2028b", control)));
	}

	/** For a field of several lines. */
	static Stream<Arguments> text(String page, String field, int most, String tooLong, String control) {
		return Stream.of(arguments(page, field, "x".repeat(most + 1), tooLong),
				arguments(page, field, "x".repeat(100_000), tooLong), arguments(page, field, "a\u0000b", control),
				arguments(page, field, "a\u001b[31mb\u0007", control), arguments(page, field, "a\u0085b", control));
	}

	/** Legal as a name; every program has to show and send them as they are. */
	static Stream<String> hostile() {
		return Stream.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'",
				"</title></textarea><b>x</b>", "<!-- x", "&lt;b&gt;&amp;", "{{7*7}}", "[[${7*7}]]", "[(${7*7})]",
				"__${T(java.lang.Runtime)}__::x", "${7*7}#{x}*{x}@{x}", "{0} '{1}'", "%s%n%00", "=cmd|' /C calc'!A0",
				"+1+1", "-2+3", "@SUM(1)", "$(touch X)", "`touch X`", "'; touch X; '", "\"; Remove-Item", "' or 1=1 --",
				"a' eq 'a", "${jndi:ldap://x}", "%{if}", "${file(\"/etc/passwd\")}", "\\N{x}\\u0041\\", "\u202Eexe.pdf",
				"a\u200Db\u200B", "\uD83E\uDDEC genome", "a" + "\u0301".repeat(60), "../../etc", "CON", "a;b,c",
				"BEGIN:VEVENT", "null", "undefined", "NaN", "\u05E9\u05DC\u05D5\u05DD", "I\u0131\u0130", "p\u0430ypal",
				"javascript:alert(1)", "data:text/html,x");
	}

}
