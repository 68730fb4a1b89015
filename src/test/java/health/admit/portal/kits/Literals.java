package health.admit.portal.kits;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads literals of languages for which the build has no tool, after their published
 * grammar. What does not fit the part of the grammar that kits use is an error.
 */
final class Literals {

	private static final Pattern POWERSHELL = Pattern.compile(
			"\\G(?:'([^'\\P{ASCII}\\p{Cntrl}]*+(?:''[^'\\P{ASCII}\\p{Cntrl}]*+)*+)'|\\[char]0x([0-9a-f]{4}))( \\+ )?");

	private static final Pattern BICEP = Pattern
		.compile("\\G(?:([^'\\\\$\\P{ASCII}\\p{Cntrl}]++|\\$(?!\\{))|\\\\(?:u\\{([0-9a-f]{1,6})}|([\\\\'nrt$])))");

	private Literals() {
	}

	static String powerShell(String expression) {
		boolean sum = expression.startsWith("(") && expression.endsWith(")");
		String inner = sum ? expression.substring(1, expression.length() - 1) : expression;
		return read(POWERSHELL, inner, (part) -> {
			if (!sum && part.end() != inner.length()) {
				throw new AssertionError("Not one literal: " + expression);
			}
			return (part.group(1) != null) ? part.group(1).replace("''", "'")
					: String.valueOf((char) Integer.parseInt(part.group(2), 16));
		});
	}

	static String bicep(String literal) {
		if (literal.length() < 2 || !literal.startsWith("'") || !literal.endsWith("'")) {
			throw new AssertionError("Not a literal: " + literal);
		}
		return read(BICEP, literal.substring(1, literal.length() - 1), (part) -> {
			if (part.group(1) != null) {
				return part.group(1);
			}
			return (part.group(2) != null) ? Character.toString(Integer.parseInt(part.group(2), 16))
					: sign(part.group(3));
		});
	}

	private static String read(Pattern pattern, String literal, Function<MatchResult, String> meaning) {
		StringBuilder text = new StringBuilder();
		Matcher part = pattern.matcher(literal);
		int end = 0;
		while (part.find()) {
			text.append(meaning.apply(part.toMatchResult()));
			end = part.end();
		}
		if (end != literal.length()) {
			throw new AssertionError("Not a literal from position " + end + ": " + literal);
		}
		return text.toString();
	}

	private static String sign(String escape) {
		return switch (escape) {
			case "n" -> "\n";
			case "r" -> "\r";
			case "t" -> "\t";
			default -> escape;
		};
	}

}
