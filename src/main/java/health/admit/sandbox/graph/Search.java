package health.admit.sandbox.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code $search}: quoted clauses of property and words, joined by AND or OR. Every
 * word must begin a token of the value.
 */
final class Search {

	private static final Pattern CLAUSE = Pattern.compile("\\s*\"(\\w+):((?:[^\"\\\\]|\\\\.)*)\"\\s*");

	private static final Pattern JOIN = Pattern.compile("(AND|OR)");

	private static final Pattern BREAKS = Pattern
		.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

	private Search() {
	}

	static Predicate<Row> parse(String text, Predicate<String> searchable) {
		Matcher clause = CLAUSE.matcher(text);
		if (!clause.lookingAt()) {
			throw malformed(text);
		}
		Predicate<Row> test = clause(clause, searchable);
		int end = clause.end();
		while (end < text.length()) {
			Matcher join = JOIN.matcher(text).region(end, text.length());
			if (!join.lookingAt() || !clause.region(join.end(), text.length()).lookingAt()) {
				throw malformed(text);
			}
			Predicate<Row> next = clause(clause, searchable);
			test = join.group().equals("AND") ? test.and(next) : test.or(next);
			end = clause.end();
		}
		return test;
	}

	private static Predicate<Row> clause(Matcher clause, Predicate<String> searchable) {
		String property = clause.group(1);
		if (!searchable.test(property)) {
			throw GraphProblem.unsupportedQuery("Property '" + property + "' is not indexed for search.");
		}
		List<String> words = tokens(clause.group(2).replaceAll("\\\\(.)", "$1"));
		return (row) -> {
			List<String> tokens = tokens(row.at(property).asString(""));
			return words.stream().allMatch((word) -> tokens.stream().anyMatch((token) -> token.startsWith(word)));
		};
	}

	private static List<String> tokens(String text) {
		return Arrays.stream(BREAKS.split(text))
			.filter((token) -> !token.isEmpty())
			.map((token) -> token.toLowerCase(Locale.ROOT))
			.toList();
	}

	private static GraphProblem malformed(String text) {
		return GraphProblem.badRequest("Syntax error: character '" + (text.isEmpty() ? "" : text.charAt(0))
				+ "' is not valid at position 0 in '" + text + "'.");
	}

}
