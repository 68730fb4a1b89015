package health.admit.sandbox.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import health.admit.sandbox.oidc.Caller;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Which scopes and application permissions open an operation, as listed in
 * {@code sandbox/graph-permissions.txt}.
 */
@Component
class Permissions {

	private final Map<String, Rule> rules = new LinkedHashMap<>();

	Permissions() {
		lines().forEach((line) -> {
			List<String> cells = List.of(line.split("\t"));
			this.rules.put(cells.get(0) + " " + cells.get(1), Rule.of(cells.get(2), cells.get(3)));
		});
	}

	/** Refuses a caller whose token does not open the operation. */
	void check(Caller caller, String method, String template) {
		if (template.equals("/$batch")) {
			return;
		}
		Rule rule = this.rules.get(method + " " + template);
		if (rule == null) {
			throw new IllegalStateException("No permissions are listed for " + method + " " + template);
		}
		if (caller.appOnly() && rule.application.isEmpty()) {
			throw GraphProblem.badRequest("/me request is only valid with delegated authentication flow.");
		}
		boolean open = caller.appOnly() ? opens(caller.roles(), rule.application)
				: opens(caller.scopes(), rule.delegated);
		if (!open) {
			throw GraphProblem.denied();
		}
	}

	Map<String, Rule> rules() {
		return Map.copyOf(this.rules);
	}

	private static boolean opens(Set<String> held, List<Set<String>> alternatives) {
		return alternatives.stream().anyMatch(held::containsAll);
	}

	private static List<String> lines() {
		try {
			return new ClassPathResource("sandbox/graph-permissions.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What opens one operation: any of the alternatives, each with all of its
	 * permissions.
	 */
	record Rule(List<Set<String>> delegated, List<Set<String>> application) {

		static Rule of(String delegated, String application) {
			return new Rule(alternatives(delegated), alternatives(application));
		}

		private static List<Set<String>> alternatives(String cell) {
			return cell.equals("-") ? List.of()
					: List.of(cell.split(" ")).stream().map((each) -> Set.of(each.split("\\+"))).toList();
		}

	}

}
