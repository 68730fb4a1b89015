package health.admit.sandbox.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * Reads the part of OData's filter language that Graph documents for directory objects.
 */
final class FilterParser {

	private final FilterTokens tokens;

	private final Predicate<String> filterable;

	private final String resource;

	private FilterParser(String text, String resource, Predicate<String> filterable) {
		this.tokens = new FilterTokens(text);
		this.resource = resource;
		this.filterable = filterable;
	}

	/**
	 * Parses a filter.
	 * @param resource the type as error texts call it
	 * @param filterable which top-level members may be filtered
	 */
	static Filter parse(String text, String resource, Predicate<String> filterable) {
		FilterParser parser = new FilterParser(text, resource, filterable);
		Filter filter = parser.disjunction("");
		if (!parser.tokens.atEnd()) {
			throw GraphProblem.badRequest("Invalid filter clause: Syntax error at '" + parser.tokens.peek() + "'.");
		}
		return filter;
	}

	private Filter disjunction(String variable) {
		Filter filter = conjunction(variable);
		while (this.tokens.takeIf("or")) {
			filter = filter.or(conjunction(variable));
		}
		return filter;
	}

	private Filter conjunction(String variable) {
		Filter filter = term(variable);
		while (this.tokens.takeIf("and")) {
			filter = filter.and(term(variable));
		}
		return filter;
	}

	private Filter term(String variable) {
		if (this.tokens.takeIf("not")) {
			return term(variable).not();
		}
		if (this.tokens.takeIf("(")) {
			Filter inner = disjunction(variable);
			this.tokens.expect(")");
			return inner;
		}
		String word = this.tokens.take();
		if (this.tokens.takeIf("(")) {
			return call(word, variable);
		}
		return comparison(path(word, variable));
	}

	private Filter call(String name, String variable) {
		if (name.endsWith("/any")) {
			return any(path(name.substring(0, name.length() - "/any".length()), variable));
		}
		String function = name.toLowerCase(Locale.ROOT);
		if (!function.equals("startswith") && !function.equals("endswith")) {
			throw unsupported(name);
		}
		String path = path(this.tokens.take(), variable);
		this.tokens.expect(",");
		String wanted = Literal.read(this.tokens.take()).text().toLowerCase(Locale.ROOT);
		this.tokens.expect(")");
		BiPredicate<String, String> fits = function.equals("startswith") ? String::startsWith : String::endsWith;
		return new Filter((row) -> {
			JsonNode value = row.at(path);
			return value.isString() && fits.test(value.stringValue().toLowerCase(Locale.ROOT), wanted);
		}, function.equals("endswith"));
	}

	private Filter any(String path) {
		String declared = this.tokens.take();
		String[] parts = declared.split(":", 2);
		if (parts.length != 2) {
			throw unsupported(declared);
		}
		Filter inner;
		if (parts[1].isEmpty()) {
			inner = disjunction(parts[0]);
		}
		else if (this.tokens.takeIf("(")) {
			inner = call(parts[1], parts[0]);
		}
		else {
			inner = comparison(path(parts[1], parts[0]));
		}
		this.tokens.expect(")");
		return new Filter((row) -> {
			for (JsonNode element : row.at(path)) {
				if (inner.test().test((inside) -> inside.isEmpty() ? element : element.at("/" + inside))) {
					return true;
				}
			}
			return false;
		}, inner.advanced());
	}

	private Filter comparison(String path) {
		String operator = this.tokens.take().toLowerCase(Locale.ROOT);
		if (operator.equals("in")) {
			List<Literal> wanted = list();
			return new Filter((row) -> wanted.stream().anyMatch((each) -> each.equalTo(row.at(path))), false);
		}
		Literal wanted = Literal.read(this.tokens.take());
		boolean advanced = wanted.isNull() || path.endsWith("/$count");
		return switch (operator) {
			case "eq" -> new Filter((row) -> wanted.equalTo(row.at(path)), advanced);
			case "ne" -> new Filter((row) -> !wanted.equalTo(row.at(path)), true);
			case "ge" -> new Filter((row) -> wanted.compareTo(row.at(path)) >= 0, advanced);
			case "le" ->
				new Filter((row) -> wanted.compareTo(row.at(path)) <= 0 && !row.at(path).isMissingNode(), advanced);
			default -> throw unsupported(operator);
		};
	}

	private List<Literal> list() {
		List<Literal> literals = new ArrayList<>();
		this.tokens.expect("(");
		do {
			literals.add(Literal.read(this.tokens.take()));
		}
		while (this.tokens.takeIf(","));
		this.tokens.expect(")");
		return literals;
	}

	private String path(String word, String variable) {
		if (!variable.isEmpty() && (word.equals(variable) || word.startsWith(variable + "/"))) {
			return word.equals(variable) ? "" : word.substring(variable.length() + 1);
		}
		String top = word.split("/", 2)[0];
		if (!this.filterable.test(top)) {
			throw unsupported(top);
		}
		return word;
	}

	private GraphProblem unsupported(String what) {
		return GraphProblem.unsupportedQuery("Unsupported or invalid query filter clause specified for property '"
				+ what + "' of resource '" + this.resource + "'.");
	}

}
